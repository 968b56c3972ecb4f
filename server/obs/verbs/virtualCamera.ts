import type { Device } from '../../show/device.js';
import type { Sender } from '../sender.js';

/** What we ask of the virtual camera. */
export function virtualCameraVerbs(sender: Sender): Device['virtualCamera'] {
  return {
    set: (isOn, askedAt) =>
      sender.run('virtual-camera', askedAt, async (send) => {
        await send(isOn ? 'StartVirtualCam' : 'StopVirtualCam', undefined);
      }),
  };
}
