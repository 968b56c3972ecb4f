/** What could not start; the message is one sentence on what to do. `docs/troubleshooting.md` has the long answers. */
export class CannotStart extends Error {}

/** Why, in the system's own words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
