import type { Stage } from './stage.js';

/** The longest that the server waits for OBS before it shouts, and a little more, in ms. */
const SHOUTS_WITHIN_MS = 20_000;

/** Waits until so many alerts stand there. */
export async function alerts(stage: Stage, count: number): Promise<void> {
  const said = stage.page.getByRole('region', { name: 'Messages' }).getByText('⚠ ALERT');
  await said.nth(count - 1).waitFor({ timeout: SHOUTS_WITHIN_MS });
}
