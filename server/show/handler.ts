import type { CommandName, CommandOf } from '../protocol/commands.js';
import type { Actor } from './actor.js';
import type { Clock } from './clock.js';
import type { Device } from './device.js';
import type { Pages } from './pages.js';
import type { Pending } from './pending.js';
import type { Store } from './store.js';

/** What a handler may use. */
export interface Floor {
  store: Store;
  clock: Clock;
  device: Device;
  pending: Pending;
  pages: Pages;
}

/**
 * Does one command. It resolves when the command is accepted and rejects with a `Refusal` when not; then nothing
 * changed. What it set in motion is confirmed through `pending`.
 */
export type Handler<N extends CommandName> = (
  floor: Floor,
  command: CommandOf<N>,
  actor: Actor,
) => Promise<void> | void;
