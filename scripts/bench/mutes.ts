import { measureAdded } from './acknowledged.js';
import { within } from './deadline.js';
import type { ObsBooth } from './obsBooth.js';
import type { Plan } from './plan.js';
import type { Row } from './row.js';

const EVENT_LIMIT_MS = 3000;

/** Opening and muting a mic. */
export async function measureMutes(booth: ObsBooth, plan: Plan): Promise<Row[]> {
  const { desk, bare } = booth;
  const input = desk.state.sound?.[0];
  if (input === undefined) throw new Error('The booth has no input that sounds.');
  const { id, name } = input;
  let isMuted = input.isMuted;
  const onceConfirmed = async (mute: () => Promise<number>) => {
    isMuted = !isMuted;
    const changed = new Promise((resolve) => bare.once('InputMuteStateChanged', resolve));
    const ms = await mute();
    await within(EVENT_LIMIT_MS, 'the change of the mute', changed);
    await desk.until(
      'the mute',
      ({ sound, pending }) => sound?.find((it) => it.id === id)?.isMuted === isMuted && pending?.length === 0,
    );
    return ms;
  };
  return measureAdded(booth, {
    what: 'mute',
    rounds: plan.mutes,
    ours: () => onceConfirmed(() => desk.tap('sound.mute', { inputId: id, isMuted }, undefined)),
    floor: (client) =>
      onceConfirmed(async () => {
        const began = performance.now();
        const muted = client.call('SetInputMute', { inputName: name, inputMuted: isMuted });
        await within(EVENT_LIMIT_MS, 'a mute', muted);
        return performance.now() - began;
      }),
  });
}
