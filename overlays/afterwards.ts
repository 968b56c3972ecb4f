/**
 * What can wait until the page has done what is due now, in its order, before anything else comes in. By messages: a
 * page that is hidden delays its timers.
 */
export class Afterwards {
  readonly #channel = new MessageChannel();
  #acts: (() => void)[] = [];

  constructor() {
    this.#channel.port1.addEventListener('message', () => this.#run());
    this.#channel.port1.start();
  }

  add(act: () => void): void {
    if (this.#acts.length === 0) this.#channel.port2.postMessage(null);
    this.#acts.push(act);
  }

  #run(): void {
    const acts = this.#acts;
    this.#acts = [];
    for (const act of acts) act();
  }
}
