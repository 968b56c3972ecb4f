import type { State } from '../../protocol/slices.js';
import type { Floor } from '../handler.js';

/** OBS says it at once when it does. */
const MUTE_DEADLINE_MS = 2000;

/** What is to become of an input, and who wants it. */
export interface Wish {
  inputId: string;
  isMuted: boolean;
  commandId: string;
  deviceId: string;
  askedAt: number;
  /** Called when OBS accepted it and did not do it. */
  undo: () => void;
}

/** Mutes or opens an input; busy until OBS shows it. @throws Refusal */
export async function mute(floor: Floor, wish: Wish): Promise<void> {
  const { store, device, pending } = floor;
  const { inputId, isMuted, commandId, deviceId, askedAt, undo } = wish;
  const target = `mute:${inputId}`;
  const now = (state: Readonly<Partial<State>>) => state.sound?.find(({ id }) => id === inputId);
  await pending.run(
    {
      commandId,
      name: 'sound.mute',
      target,
      slot: target,
      deviceId,
      done: (state) => now(state)?.isMuted === isMuted,
      failed: (state) => (state.sound !== undefined && now(state) === undefined ? 'input-gone' : null),
      underWay: () => false,
      deadlineMs: MUTE_DEADLINE_MS,
      lookAgain: () => device.lookAgain(),
      code: isMuted ? 'mute-unconfirmed' : 'open-unconfirmed',
      params: { name: now(store.state)?.name ?? null },
      undo,
    },
    () => device.sound.mute(inputId, isMuted, askedAt),
  );
}
