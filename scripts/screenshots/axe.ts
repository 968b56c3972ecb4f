import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules of accessibility that a page breaks, each with one element that breaks it. */
export async function axeFinds(page: Page): Promise<[string, string | undefined][]> {
  // By way of the debugger: the page's own policy lets no script in, as it should.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // What the line before put there.
    const inPage = Reflect.get(globalThis, 'axe') as typeof axe;
    const { violations } = await inPage.run();
    return violations.map(({ id, nodes }): [string, string | undefined] => [id, nodes[0]?.html]);
  });
}
