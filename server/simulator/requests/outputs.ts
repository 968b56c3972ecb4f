import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Handler, Handlers } from './handler.js';

/** Streaming, and the outputs that an OBS has only when somebody set them up: this one has not. */
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
  GetVirtualCamStatus: unavailable('VirtualCam'),
  StartVirtualCam: unavailable('VirtualCam'),
  StopVirtualCam: unavailable('VirtualCam'),
  ToggleVirtualCam: unavailable('VirtualCam'),
  GetReplayBufferStatus: unavailable('Replay buffer'),
  StartReplayBuffer: unavailable('Replay buffer'),
  StopReplayBuffer: unavailable('Replay buffer'),
  ToggleReplayBuffer: unavailable('Replay buffer'),
  SaveReplayBuffer: unavailable('Replay buffer'),
};

function unavailable(name: string): Handler {
  return () => {
    throw new RequestFailure(STATUS.invalidResourceState, `${name} is not available.`);
  };
}
