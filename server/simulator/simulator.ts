import { Booth } from './booth/booth.js';
import { Desk } from './desk.js';
import { DIALECTS, spoken, type DialectName } from './dialect.js';
import { Faults } from './faults.js';
import { Listener } from './listener.js';
import { Reordering } from './reordering.js';
import { CLOSE } from './wire/closing.js';
import { EVENT_INTENTS, VOLUME_METERS, type EventType } from './wire/subscriptions.js';

export interface SimulatorOptions {
  /** 0 takes a free one. */
  port: number;
  /** Null lets everybody in. */
  password: string | null;
  dialect: DialectName;
}

/** Time for the last words to leave before the connections end. */
const GOODBYE_MS = 20;

/** An OBS that is not one: obs-websocket 5 over a booth that exists in memory only. */
export class Simulator {
  readonly faults: Faults;
  #booth: Booth;
  #listener: Listener;
  #port: number;
  readonly #reordering = new Reordering((type, data) => this.#deliver(type, data));

  constructor(private readonly options: SimulatorOptions) {
    this.#port = options.port;
    this.faults = new Faults({
      drop: () => this.#listener.drop(),
      kick: () => this.#endSessions(CLOSE.sessionInvalidated, 'Your session has been invalidated.'),
      wake: () => this.#listener.wake(),
    });
    this.#booth = this.#newBooth();
    this.#listener = this.#newListener();
  }

  /** As fixed by the first `start`. */
  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  /** What this OBS is at the moment; another one after each `start`. */
  get booth(): Booth {
    return this.#booth;
  }

  /** Opens the port. After `quit` or `crash` it comes back on the same one, as freshly started. */
  async start(): Promise<void> {
    this.faults.clear();
    this.#port = await this.#listener.open(this.#port);
  }

  /** Ends as OBS does when somebody closes it: says so, then closes with 1001. */
  async quit(): Promise<void> {
    this.#booth.scenery.unload();
    this.#booth.emit('ExitStarted', {});
    this.#endSessions(CLOSE.goingAway, 'Server stopping.');
    await new Promise((resolve) => setTimeout(resolve, GOODBYE_MS));
    await this.crash();
  }

  /** Ends as a killed OBS does: everything is gone at once, without a word. */
  async crash(): Promise<void> {
    const [booth, listener] = [this.#booth, this.#listener];
    booth.close();
    this.#booth = this.#newBooth();
    this.#listener = this.#newListener();
    await listener.close();
  }

  /** The end; frees the port. */
  async stop(): Promise<void> {
    await this.crash();
  }

  #newBooth(): Booth {
    return new Booth((type, data) => {
      if (this.faults.isReordering) this.#reordering.add(type, data);
      else this.#deliver(type, data);
    });
  }

  #newListener(): Listener {
    const dialect = DIALECTS[this.options.dialect];
    const desk = new Desk(this.#booth, dialect, this.faults);
    const listener: Listener = new Listener({
      desk,
      dialect,
      faults: this.faults,
      password: this.options.password,
      onSubscriptions: () => this.#runMetersWhenHeard(),
    });
    return listener;
  }

  #deliver(type: EventType, data: Record<string, unknown>): void {
    const dialect = DIALECTS[this.options.dialect];
    if (dialect.lacks.has(type)) return;
    if (dialect.isSilentWhileSwitching && this.#booth.collections.isSwitching) return;
    const said = spoken(dialect, data);
    for (const session of this.#listener.sessions) session.sendEvent(type, EVENT_INTENTS[type], said);
  }

  #runMetersWhenHeard(): void {
    const sessions = [...this.#listener.sessions];
    this.#booth.meters.setWanted(sessions.some((session) => session.listensTo(VOLUME_METERS)));
  }

  #endSessions(code: number, reason: string): void {
    for (const session of this.#listener.sessions) session.close(code, reason);
  }
}

/** A simulator that listens already. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const simulator = new Simulator(options);
  await simulator.start();
  return simulator;
}
