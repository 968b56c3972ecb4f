import type { CDPSession, Locator, Page } from 'playwright-core';

interface Point {
  x: number;
  y: number;
}

/** Fingers on the glass of one page, as the browser gets them from a screen: several, and cancelled ones too. */
export class Fingers {
  readonly #cdp: CDPSession;
  readonly #page: Page;
  #down: Point[] = [];

  private constructor(cdp: CDPSession, page: Page) {
    this.#cdp = cdp;
    this.#page = page;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page), page);
  }

  /** One more finger comes down in the middle of it. */
  async press(target: Locator): Promise<void> {
    const box = await target.boundingBox();
    if (box === null) throw new Error('there is nothing to press');
    await this.#touch('touchStart', [...this.#down, { x: box.x + box.width / 2, y: box.y + box.height / 2 }]);
  }

  /** The finger that came last moves there. */
  async move(to: Point): Promise<void> {
    await this.#touch('touchMove', [...this.#down.slice(0, -1), to]);
  }

  async lift(): Promise<void> {
    await this.#touch('touchEnd', []);
  }

  /** The system takes the fingers for a gesture of its own. */
  async cancel(): Promise<void> {
    await this.#touch('touchCancel', []);
  }

  /** They rest where they are, on the page's clock. */
  async rest(ms: number): Promise<void> {
    await this.#page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), ms);
  }

  async #touch(
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    points: Point[],
  ): Promise<void> {
    const touchPoints = points.map((point, id) => ({ ...point, id }));
    await this.#cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
    this.#down = points;
  }
}
