import type { Emit } from '../wire/subscriptions.js';
import { namedInput } from './scenery.js';
import type { Input, Source } from './sources.js';

/** Tells which inputs came on program and which left it, whatever the reason. */
export class Activity {
  #active: ReadonlySet<Input> | null = null;

  constructor(
    private readonly seen: () => ReadonlySet<Source>,
    private readonly emit: Emit,
  ) {}

  /** Something changed: says what of it could be seen. The first look only takes note. */
  look(): void {
    const before = this.#active;
    const active = new Set([...this.seen()].filter((source) => source.type === 'input'));
    this.#active = active;
    if (before === null) return;
    for (const input of active) if (!before.has(input)) this.#tell(input, true);
    for (const input of before) if (!active.has(input)) this.#tell(input, false);
  }

  #tell(input: Input, videoActive: boolean): void {
    this.emit('InputActiveStateChanged', { ...namedInput(input), videoActive });
  }
}
