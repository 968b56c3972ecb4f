import type { Layer } from '../../protocol/codes.js';
import { AS_RUN_MOST } from '../../protocol/codes/asRun.js';
import type { Airing, AsRunLine } from '../../protocol/asRun.js';
import type { PendingCommand, Reported, State } from '../../protocol/slices.js';
import type { Clock } from '../clock.js';
import { nounOf } from '../../protocol/slices.js';
import type { Changes } from '../disk.js';
import { wantedLayers } from '../layers.js';
import { entriesOf, type Store } from '../store.js';
import { ledgerLines } from './ledgerLines.js';
import type { Log } from '../log.js';
import type { AsRunDisk } from './asRunDisk.js';
import { Lines } from './lines.js';
import { PLACES, placeOf, sightAt, wordsFor, type Place, type Sight } from './onAir.js';
import { begunBy, endedBy, type Change } from './whoDid.js';

/** Less than this is no step of the clock that anybody would miss in a log, in ms. */
const STEP_MS = 2000;

/** What is on air follows from these. */
const CONCERNS: ReadonlySet<string> = new Set([
  'program',
  'safe',
  'look',
  'obs',
  'pending',
  'reported',
  'wanted',
  'renderers',
]);

/** Follows what OBS and the renderers report, and keeps a line of each time that something was on air. */
export class AsRun {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #lines: Lines;
  readonly #open = new Map<Place, Airing>();
  /** What was waited for before the last change: it goes in the same moment in which it comes true. */
  #pending: readonly PendingCommand[] = [];
  /** The last word on each layer; what the show file said of it at the start is of an earlier run. */
  readonly #words = new Map<Layer, Reported | undefined>();
  #foundAt: number | null = null;
  /** Layers of which a page that is there has said what it shows. */
  readonly #answered = new Set<Layer>();

  constructor(options: { store: Store; clock: Clock; log: Log; disk: AsRunDisk }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#lines = new Lines(options);
  }

  start(): void {
    this.#lines.start();
    const { state } = this.#store;
    for (const { layer } of wantedLayers(state)) this.#words.set(layer, state[`reported:${layer}`]);
    this.#store.subscribe((changes) => {
      if (concerns(changes)) this.#follow();
    });
    this.#clock.onStep((byMs) => {
      if (Math.abs(byMs) >= STEP_MS) this.#stepped(this.#clock.now() - byMs);
    });
    this.#follow();
  }

  /** Writes the last word: what is on air was so until now. */
  stop(): void {
    this.#lines.write();
  }

  /** The newest lines, newest first, and whatever is still on air. */
  newest(): AsRunLine[] {
    const kept = this.#lines.newest.map(lineOf);
    return [...ledgerLines(this.#store.state), ...kept]
      .reverse()
      .sort((a, b) => b.from - a.from)
      .filter(({ until }, index) => index < AS_RUN_MOST || until === null);
  }

  /** All lines in the order of their beginning, in pages: whoever reads them lets taps pass in between. */
  *pages(): Generator<AsRunLine[]> {
    let ofLedger = ledgerLines(this.#store.state);
    for (const page of this.#lines.pages()) {
      const last = page.at(-1)?.from ?? 0;
      const before = ofLedger.filter(({ from }) => from <= last);
      ofLedger = ofLedger.filter(({ from }) => from > last);
      yield [...page.map(lineOf), ...before].sort((a, b) => a.from - b.from);
    }
    yield ofLedger;
  }

  #follow(): void {
    const { state } = this.#store;
    this.#hear(state);
    const asked = [...this.#pending, ...(state.pending ?? [])];
    const now = this.#clock.now();
    for (const place of PLACES) {
      const sight = sightAt(state, place, this.#answered);
      this.#see(place, sight, { state, asked, foundAt: this.#foundAt }, now);
    }
    this.#pending = state.pending ?? [];
  }

  #hear(state: Readonly<Partial<State>>): void {
    const air = (state.renderers ?? []).filter(({ kind }) => kind === 'air');
    for (const { layer } of wantedLayers(state)) {
      const word = state[`reported:${layer}`];
      if (word !== this.#words.get(layer)) this.#answered.add(layer);
      this.#words.set(layer, word);
      if (!air.some(({ layers }) => layers.includes(layer))) this.#answered.delete(layer);
    }
  }

  #see(place: Place, sight: Sight | null, change: Change, now: number): void {
    const open = this.#open.get(place) ?? null;
    if (sight === null && open === null) return;
    // Most changes change nothing on air, and a look's name on program is read once, when it comes.
    if (place === 'program' && open !== null && open.subject === sight?.subject) return;
    const line = sight && this.#described(change.state, sight);
    if (open !== null && open.subject === line?.subject && open.title === line.title) return;
    if (open !== null) {
      const ended = endedBy(change, open, sight);
      this.#end(open, ended, ended.how === 'obs-away' ? (change.state.obs?.newsAt ?? now) : now);
    }
    if (sight !== null && line !== null) this.#begin({ ...line, begun: begunBy(change, sight, open) }, now);
  }

  /** What nobody wants any more and is seen all the same is called as it was before. */
  #described(state: Readonly<Partial<State>>, sight: Sight) {
    const { subject } = sight;
    const words = wordsFor(state, sight);
    const before = () => this.#lines.newest.findLast((line) => line.subject === subject)?.title;
    return { ...words, subject, title: words.title ?? before() ?? '' };
  }

  /** Times before and after are not of one clock: nobody could tell how long a line across it was. */
  #stepped(before: number): void {
    for (const line of [...this.#open.values()]) {
      const { kind, subject, title, detail } = line;
      this.#end(line, { how: 'clock-set', by: null }, before);
      this.#begin({ kind, subject, title, detail, begun: { how: 'clock-set', by: null } }, this.#clock.now());
    }
  }

  #begin(what: Pick<Airing, 'kind' | 'subject' | 'title' | 'detail' | 'begun'>, from: number): void {
    const line = this.#lines.add({ ...what, from, until: null, ended: null });
    this.#open.set(placeOf(line), line);
    if (line.kind === 'program' && line.begun.how === 'found') this.#foundAt = from;
  }

  #end(line: Airing, ended: NonNullable<Airing['ended']>, at: number): void {
    this.#open.delete(placeOf(line));
    this.#lines.put({ ...line, ended, until: Math.max(line.from, at) });
  }
}

function concerns({ set, gone }: Required<Changes>): boolean {
  const keys = [...entriesOf(set).map(([key]) => key), ...gone];
  return keys.some((key) => CONCERNS.has(nounOf(key)));
}

function lineOf({ number, ...line }: Airing): AsRunLine {
  return { ...line, id: String(number) };
}
