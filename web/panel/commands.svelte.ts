import type { RefusalCode } from '../../server/protocol/codes.js';
import type { CommandName } from '../../server/protocol/commands.js';
import type { Reply } from '../../server/protocol/events.js';
import { PANEL } from '../../server/protocol/panelTexts.js';
import { wordingOf } from '../../server/protocol/texts.js';
import type { Desk, Expect, Params } from '../live/desk.js';
import type { Picture } from './picture.svelte.js';

/** The last no that this device got. */
export interface Refused {
  what: string;
  code: RefusalCode;
  sentence: string;
}

/** Sends what is tapped on this device, and knows what is busy: here from the tap, everywhere from `pending`. */
export class Commands {
  readonly #desk: Desk;
  readonly #picture: Picture;
  #inFlight = $state.raw<readonly string[]>([]);
  #refused = $state.raw<Refused | null>(null);

  constructor(desk: Desk, picture: Picture) {
    this.#desk = desk;
    this.#picture = picture;
  }

  get refused(): Refused | null {
    return this.#refused;
  }

  /** `target` as in the `pending` slice: `scene:ID`, `layer:NAME`, `record`; `guest:ID` only ever here. */
  isBusy(target: string): boolean {
    const pending = this.#picture.isConnected ? (this.#picture.state.pending ?? []) : [];
    return this.#inFlight.includes(target) || pending.some((command) => command.target === target);
  }

  dismiss(): void {
    this.#refused = null;
  }

  /** True when the server accepted it. A no stays readable until the next yes or `dismiss`. */
  async send<N extends CommandName>(
    name: N,
    target: string,
    params: Params<N>,
    expect: Expect<N>,
  ): Promise<boolean> {
    this.#inFlight = [...this.#inFlight, target];
    const reply = await this.#desk.command(name, params, expect);
    this.#inFlight = without(this.#inFlight, target);
    this.#refused = refusedIn(name, reply);
    return reply.ok;
  }

  /** What was sent by another way got this no. */
  refuse(name: CommandName, reply: Reply): void {
    this.#refused = refusedIn(name, reply);
  }
}

function refusedIn(name: CommandName, reply: Reply): Refused | null {
  // A newer tap took its place: that one speaks for both.
  if (reply.ok || reply.code === 'superseded') return null;
  const { code, params } = reply;
  return { what: PANEL.commands[name], code, sentence: wordingOf(code, params) };
}

function without(targets: readonly string[], target: string): readonly string[] {
  const at = targets.indexOf(target);
  return targets.filter((_, index) => index !== at);
}
