import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Floor, Handlers } from './handler.js';

/** Streaming, and the outputs that an OBS has only when somebody set them up or installed them. */
export const outputs: Handlers = {
  GetStreamStatus: (_fields, { booth }) => booth.streaming.status(),
  StartStream(_fields, { booth }) {
    if (booth.streaming.isActive) throw new RequestFailure(STATUS.outputRunning, '');
    booth.streaming.start();
  },
  StopStream(_fields, { booth }) {
    if (!booth.streaming.isActive) throw new RequestFailure(STATUS.outputNotRunning, '');
    booth.streaming.stop();
  },
  ToggleStream(_fields, { booth }) {
    const wasActive = booth.streaming.isActive;
    if (wasActive) booth.streaming.stop();
    else booth.streaming.start();
    return { outputActive: !wasActive };
  },
  GetVirtualCamStatus: (_fields, floor) => ({ outputActive: cameraOf(floor).isOn }),
  StartVirtualCam(_fields, floor) {
    if (cameraOf(floor).isOn) throw new RequestFailure(STATUS.outputRunning, '');
    cameraOf(floor).turn(true);
  },
  StopVirtualCam(_fields, floor) {
    if (!cameraOf(floor).isOn) throw new RequestFailure(STATUS.outputNotRunning, '');
    cameraOf(floor).turn(false);
  },
  ToggleVirtualCam(_fields, floor) {
    const { isOn } = cameraOf(floor);
    cameraOf(floor).turn(!isOn);
    return { outputActive: !isOn };
  },
  GetReplayBufferStatus: (_fields, floor) => ({ outputActive: bufferOf(floor).isActive }),
  StartReplayBuffer(_fields, floor) {
    if (bufferOf(floor).isActive) throw new RequestFailure(STATUS.outputRunning, '');
    bufferOf(floor).start();
  },
  StopReplayBuffer: (_fields, floor) => runningBufferOf(floor).stop(),
  ToggleReplayBuffer(_fields, floor) {
    const buffer = bufferOf(floor);
    const wasActive = buffer.isActive;
    if (wasActive) buffer.stop();
    else buffer.start();
    return { outputActive: !wasActive };
  },
  SaveReplayBuffer: (_fields, floor) => runningBufferOf(floor).save(),
};

/** @throws RequestFailure where it is not to be had */
function cameraOf({ booth, dialect }: Floor) {
  if (dialect.hasVirtualCamera) return booth.virtualCamera;
  throw unavailable('VirtualCam');
}

/** @throws RequestFailure when nobody set it up */
function bufferOf({ booth }: Floor) {
  if (booth.replayBuffer.isSetUp) return booth.replayBuffer;
  throw unavailable('Replay buffer');
}

function runningBufferOf(floor: Floor) {
  const buffer = bufferOf(floor);
  if (!buffer.isActive) throw new RequestFailure(STATUS.outputNotRunning, '');
  return buffer;
}

function unavailable(name: string): RequestFailure {
  return new RequestFailure(STATUS.invalidResourceState, `${name} is not available.`);
}
