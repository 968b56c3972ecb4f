/**
 * How a call to OBS ended without a result: OBS said no, did not answer in time, the link died under it (it may or may
 * not have been done), or there was no link to send it on.
 */
export type Ending =
  | { kind: 'refused'; code: number; comment: string }
  | { kind: 'no-answer' }
  | { kind: 'link-lost' }
  | { kind: 'not-sent' };

/** A call to OBS that ended without a result. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';

  constructor(readonly ending: Ending) {
    super(ending.kind === 'refused' ? `refused with ${ending.code}: ${ending.comment}` : ending.kind);
  }
}
