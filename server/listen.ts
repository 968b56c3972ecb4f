import { CannotStart, reasonOf } from './cannotStart.js';
import type { HttpEdge } from './http/edge.js';
import { plainPortOf, type Options } from './options.js';

/**
 * Lets the edge listen where the options say.
 * @throws CannotStart
 */
export async function listen(edge: HttpEdge, options: Options): Promise<void> {
  const { port, host } = options;
  try {
    await edge.start(port, host, plainPortOf(options));
  } catch (error) {
    const of = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined);
    if (of('code') === 'EADDRINUSE') {
      const isPlain = of('port') !== port;
      const which = isPlain
        ? `${plainPortOf(options)}, on which OBS of this computer gets the overlay,`
        : String(port);
      throw new CannotStart(`Port ${which} is taken: stop what uses it, or choose another with --port.`);
    }
    throw new CannotStart(
      `It cannot listen on ${host} port ${port} (${reasonOf(error)}): choose another with --port.`,
    );
  }
}
