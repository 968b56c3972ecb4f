import type { ErrorRequestHandler, Express } from 'express';
import type { Log } from '../show/log.js';

/** What nobody answered, and what broke; to be asked last. */
export function answerTheRest(app: Express, log: Log): void {
  app.use((_request, response) => {
    response.status(404).type('text').send('There is nothing here.\n');
  });
  const broke: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const status = statusOf(error);
    if (status >= 500) log('error', 'A page request broke.', error);
    if (response.headersSent) return next(error);
    response
      .status(status)
      .type('text')
      .send(status >= 500 ? 'Something broke.\n' : 'That was not understood.\n');
  };
  app.use(broke);
}

/** Express marks a bad request (a malformed path, say) with its status; anything else is our bug. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
