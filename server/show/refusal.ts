import type { RefusalCode } from '../protocol/codes.js';
import type { Params } from '../protocol/slices.js';

/** An expected "no". Anything else that is thrown is a bug: logged whole, answered blandly. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly params: Params = {},
  ) {
    super(code);
  }
}
