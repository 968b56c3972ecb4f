import { namedInput } from '../booth/scenery.js';
import type { Input } from '../booth/sources.js';
import type { Emit } from '../wire/subscriptions.js';
import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Handlers } from './handler.js';
import { audioInputOf } from './lookup.js';

export const sound: Handlers = {
  GetInputMute: (fields, floor) => ({ inputMuted: audioInputOf(fields, floor).isMuted }),
  SetInputMute(fields, floor) {
    mute(audioInputOf(fields, floor), fields.flag('inputMuted'), floor.booth.emit);
  },
  ToggleInputMute(fields, floor) {
    const input = audioInputOf(fields, floor);
    mute(input, !input.isMuted, floor.booth.emit);
    return { inputMuted: input.isMuted };
  },
  GetInputVolume: (fields, floor) => volumeOf(audioInputOf(fields, floor)),
  SetInputVolume(fields, floor) {
    const input = audioInputOf(fields, floor);
    const [hasDb, hasMul] = [fields.has('inputVolumeDb'), fields.has('inputVolumeMul')];
    if (!hasDb && !hasMul) {
      throw new RequestFailure(STATUS.missingRequestField, 'You must specify one volume field.');
    }
    if (hasDb && hasMul) {
      throw new RequestFailure(STATUS.tooManyRequestFields, 'You may only specify one volume field.');
    }
    const linear = hasMul
      ? fields.number('inputVolumeMul', 0, LOUDEST_MUL)
      : 10 ** (fields.number('inputVolumeDb', SILENT_DB, LOUDEST_DB) / 20);
    input.volume = Math.fround(linear); // OBS keeps single precision, and shows it
    floor.booth.emit('InputVolumeChanged', { ...namedInput(input), ...volumeOf(input) });
  },
};

const SILENT_DB = -100;
const LOUDEST_DB = 26;
const LOUDEST_MUL = 20;

function volumeOf(input: Input) {
  const decibels = 20 * Math.log10(input.volume);
  return {
    inputVolumeMul: input.volume,
    inputVolumeDb: Math.max(SILENT_DB, Math.round(decibels * 1000) / 1000),
  };
}

/** Said also when nothing changed: the real one does too. */
function mute(input: Input, isMuted: boolean, emit: Emit): void {
  input.isMuted = isMuted;
  emit('InputMuteStateChanged', { ...namedInput(input), inputMuted: isMuted });
}
