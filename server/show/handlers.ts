import type { CommandName } from '../protocol/commands.js';
import * as device from './commands/device.js';
import * as graphic from './commands/graphic.js';
import * as guest from './commands/guest.js';
import * as look from './commands/look.js';
import * as loss from './commands/loss.js';
import * as mode from './commands/mode.js';
import * as outputs from './commands/outputs.js';
import * as program from './commands/program.js';
import * as record from './commands/record.js';
import * as seats from './commands/seats.js';
import * as show from './commands/show.js';
import * as stream from './commands/stream.js';
import * as mark from './commands/mark.js';
import * as recordFile from './commands/recordFile.js';
import * as replay from './commands/replay.js';
import * as virtualCamera from './commands/virtualCamera.js';
import * as sound from './commands/sound.js';
import * as strip from './commands/strip.js';
import * as studio from './commands/studio.js';
import type { Handler } from './handler.js';

/** Who does which command. A command without a handler does not compile. */
export const HANDLERS: { [N in CommandName]: Handler<N> } = {
  'program.cut': program.cut,
  'studio.set': studio.set,
  'preview.set': studio.preview,
  'transition.take': studio.take,
  'transition.set': studio.transition,
  'show.safe': show.safe,
  'show.back': show.back,
  'look.change': look.change,
  'look.move': look.move,
  'look.forget': look.forget,
  'graphic.show': graphic.show,
  'graphic.update': graphic.update,
  'graphic.hide': graphic.hide,
  'graphic.arm': graphic.arm,
  'graphic.clearAll': graphic.clearAll,
  'record.start': record.start,
  'record.stop': record.stop,
  'record.pause': record.pause,
  'record.resume': record.resume,
  'stream.start': stream.start,
  'stream.stop': stream.stop,
  'outputs.resume': outputs.resume,
  'outputs.decline': outputs.decline,
  'mode.set': mode.set,
  'record.split': recordFile.split,
  'record.chapter': recordFile.chapter,
  'replay.start': replay.start,
  'replay.stop': replay.stop,
  'replay.save': replay.save,
  'virtualCamera.set': virtualCamera.set,
  'mark.add': mark.add,
  'guest.add': guest.add,
  'guest.change': guest.change,
  'guest.remove': guest.remove,
  'seats.set': seats.set,
  'sound.mute': sound.mute,
  'sound.fader': sound.fader,
  'device.invite': device.invite,
  'device.uninvite': device.uninvite,
  'device.revoke': device.revoke,
  'device.rename': device.rename,
  'device.flash': device.flash,
  'loss.acknowledge': loss.acknowledge,
  'strip.show': strip.show,
  'strip.move': strip.move,
};
