const KEY = 'showfloor.reloadedFor';

/** The build of this page against that of the server: a page that differs reloads, once a server build and never in a loop. */
export class Build {
  constructor(
    readonly own: string,
    private readonly storage: () => Storage,
    private readonly reload: () => void,
  ) {}

  /** The server speaks our build: a later one may make us reload again. */
  settled(): void {
    try {
      this.storage().removeItem(KEY);
    } catch {
      // Without storage nothing was remembered, and `reloadFor` never reloads.
    }
  }

  /** True when the page is being reloaded; false when that was tried for this server and did not help. */
  reloadFor(serverBuild: string): boolean {
    try {
      if (this.storage().getItem(KEY) === serverBuild) return false;
      this.storage().setItem(KEY, serverBuild);
    } catch {
      // Without a memory a reload could loop for ever: say it instead.
      return false;
    }
    this.reload();
    return true;
  }
}
