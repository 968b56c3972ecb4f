/** Why the server does not want this page; `other-build` only after a reload that did not help. */
export type LinkRefusal = 'other-build' | 'unpaired' | 'too-many' | 'bad-handshake';

/** What `connect_error` carried, judged: an unknown no is a bad handshake. */
export function refusalIn(data: unknown): { code: LinkRefusal; build: string } {
  const of = (name: string): unknown =>
    typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
  const code = of('code');
  const build = of('build');
  return {
    code: code === 'other-build' || code === 'unpaired' || code === 'too-many' ? code : 'bad-handshake',
    build: typeof build === 'string' ? build : 'unknown',
  };
}
