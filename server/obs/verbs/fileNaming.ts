import type { OwnFormatting } from '../../protocol/slices.js';
import type { Send } from '../sender.js';
import { FORMATTING, formattingIn, formattingOf, profileIn } from '../translate/formatting.js';

/** Remembers what has to be put back; it outlives this process. */
export interface OwnFormattings {
  of: (profile: string) => OwnFormatting | undefined;
  keep: (formatting: OwnFormatting) => void;
  drop: (profile: string) => void;
}

/**
 * Names the next file through the profile's formatting, which is the only way from outside, and puts the user's own
 * back. OBS reads it when it comes to the start, which is after its OK.
 */
export class FileNaming {
  readonly #own: OwnFormattings;
  /** One at a time: a name must not be put back by what belongs to the take before. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(own: OwnFormattings) {
    this.#own = own;
  }

  /** @throws Refusal; then OBS names the file. */
  name(send: Send, file: string): Promise<void> {
    return this.#inTurn(async () => {
      const { profile, value } = await read(send);
      if (value === null) return;
      const before = this.#own.of(profile);
      const theirs = before?.ours === value ? before.theirs : value;
      const ours = formattingOf(file);
      this.#own.keep({ profile, theirs, ours });
      await write(send, ours);
    });
  }

  /** What is in a profile that is not in use now waits until it is. @throws Refusal */
  putBack(send: Send): Promise<void> {
    return this.#inTurn(async () => {
      const { profile, value } = await read(send);
      const kept = this.#own.of(profile);
      if (kept === undefined) return;
      if (value === kept.ours) await write(send, kept.theirs);
      this.#own.drop(profile);
    });
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined); // who asked for it hears of it
    return turn;
  }
}

async function read(send: Send): Promise<{ profile: string; value: string | null }> {
  const profile = profileIn(await send('GetProfileList', undefined));
  return { profile, value: formattingIn(await send('GetProfileParameter', FORMATTING)) };
}

async function write(send: Send, parameterValue: string): Promise<void> {
  await send('SetProfileParameter', { ...FORMATTING, parameterValue });
}
