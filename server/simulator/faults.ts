/** What is wrong with this OBS at the moment, set by a test or a rehearsal; everything starts whole. */
export class Faults {
  #hung = false;
  #slowMs = 0;
  #isReordering = false;
  readonly #refusals = new Map<string, { code: number; comment: string }>();
  readonly #lies = new Set<string>();

  constructor(private readonly connections: { drop(): void; kick(): void; wake(): void }) {}

  /** Every socket stays open and nothing is answered, not even a ping, and no new client gets in. */
  hang(): void {
    this.#hung = true;
  }

  /** Goes on where it stood: what waited is answered now. */
  resume(): void {
    this.#hung = false;
    this.connections.wake();
  }

  /** Ends every connection without a word (1006), as a pulled cable or a crash does; new ones get in. */
  drop(): void {
    this.connections.drop();
  }

  /** Ends every connection with 4011, as the button in OBS's list of sessions does. */
  kick(): void {
    this.connections.kick();
  }

  /** Requests of this type are refused with this code until `clear`. */
  refuse(requestType: string, code: number, comment = ''): void {
    this.#refusals.set(requestType, { code, comment });
  }

  /** Requests of this type are answered with OK and have no effect until `clear`. */
  lie(requestType: string): void {
    this.#lies.add(requestType);
  }

  /** Every answer comes this many milliseconds late; 0 ends it. */
  slow(ms: number): void {
    this.#slowMs = ms;
  }

  /** Events that belong together arrive in the opposite order. */
  reorder(): void {
    this.#isReordering = true;
  }

  /** Whole again. */
  clear(): void {
    this.#refusals.clear();
    this.#lies.clear();
    this.#slowMs = 0;
    this.#isReordering = false;
    this.resume();
  }

  get isHung(): boolean {
    return this.#hung;
  }

  get slowMs(): number {
    return this.#slowMs;
  }

  get isReordering(): boolean {
    return this.#isReordering;
  }

  refusalOf(requestType: string): { code: number; comment: string } | null {
    return this.#refusals.get(requestType) ?? null;
  }

  isLieAbout(requestType: string): boolean {
    return this.#lies.has(requestType);
  }
}
