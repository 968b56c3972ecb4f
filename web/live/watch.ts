interface Noticed {
  /** Somebody looks at the page again: it may have slept with a socket that only looks open. */
  visible(): void;
  /** The browser put the page back from its cache; its socket is dead. */
  restored(): void;
  online(): void;
  /** Regularly, while the browser lets timers run. */
  beat(): void;
}

const BEAT_MS = 2000;

/** What browsers do to pages behind their backs; the answer ends the watch. */
export function watchPage(noticed: Noticed): () => void {
  const end = new AbortController();
  const { signal } = end;
  document.addEventListener('visibilitychange', () => document.hidden || noticed.visible(), { signal });
  addEventListener('pageshow', (event) => event.persisted && noticed.restored(), { signal });
  addEventListener('online', () => noticed.online(), { signal });
  const timer = setInterval(() => noticed.beat(), BEAT_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return () => end.abort();
}
