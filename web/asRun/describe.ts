import type { AsRunLine } from '../../server/protocol/asRun.js';
import { UNSEEN_ENDINGS } from '../../server/protocol/codes/asRun.js';
import { AS_RUN } from '../../server/protocol/panelTexts/asRun.js';

/** How it came on air, and what ended it, in words: `begun by iPad`, `went off by itself`. */
export function factsOf({ begun, ended }: Pick<AsRunLine, 'begun' | 'ended'>, own: string | null): string[] {
  const began = said(AS_RUN.began[begun.how], begun.by, own);
  return ended === null ? [began] : [began, said(AS_RUN.ended[ended.how], ended.by, own)];
}

/** Nobody saw it end: the time is the last one at which it was known. */
export function isUnseen({ ended }: Pick<AsRunLine, 'ended'>): boolean {
  return ended !== null && UNSEEN_ENDINGS.includes(ended.how);
}

/** Where it was, if its title does not say so already: the scene of a look, the mode of a take, the breaks of a stream. */
export function placeOf({
  kind,
  title,
  detail,
}: Pick<AsRunLine, 'kind' | 'title' | 'detail'>): string | null {
  if (detail === '' || detail === title || kind === 'graphic') return null;
  if (kind === 'program') return AS_RUN.scene(detail);
  return kind === 'stream' ? AS_RUN.interruptions(Number(detail)) : detail;
}

function said(what: string, by: AsRunLine['begun']['by'], own: string | null): string {
  if (by === null) return what;
  if (by.id === own) return `${what} ${AS_RUN.byThisDevice}`;
  return `${what} ${by.name === '' ? AS_RUN.byGoneDevice : AS_RUN.by(by.name)}`;
}
