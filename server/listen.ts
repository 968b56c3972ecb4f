import { CannotStart, reasonOf } from './cannotStart.js';
import type { HttpEdge } from './http/edge.js';

/** Opens the doors. @throws CannotStart */
export async function listen(
  edge: Pick<HttpEdge, 'start'>,
  { port, host }: { port: number; host: string },
): Promise<void> {
  try {
    await edge.start(port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new CannotStart(`Port ${port} is taken: stop what uses it, or choose another with --port.`);
    }
    throw new CannotStart(
      `It cannot listen on ${host} port ${port} (${reasonOf(error)}): choose another with --port.`,
    );
  }
}
