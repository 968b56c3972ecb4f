/** What somebody at the OBS computer does. */
export type Click = 'record' | 'stop-record' | 'stream' | 'stop-stream' | 'cut';

/** What OBS is, by its own word. */
export interface Truth {
  /** Name of the scene that is seen. */
  scene: string;
  record: 'off' | 'on' | 'paused';
  path: string | null;
  stream: 'off' | 'on';
}

/** OBS as the campaign has it: it can be asked, clicked in, and mistreated. */
export interface Obs {
  readonly url: string;
  /** Null lets everybody in. */
  readonly password: string | null;
  /** Folder of its recordings. */
  readonly recordings: string;
  /** Its process runs. */
  readonly isAlive: boolean;
  /** Its sockets stay open and it answers nothing. */
  hang(): Promise<void>;
  /** Whole again. */
  clear(): Promise<void>;
  /** What belongs together is told in the opposite order. */
  reorder(): Promise<void>;
  /** As kill -9. */
  kill(): Promise<void>;
  /** After `kill`, on the same port; `other`: with another collection than it had. */
  start(other: boolean): Promise<void>;
  click(what: Click, pick: number): Promise<void>;
  truth(): Promise<Truth>;
  /** The end; nothing is left behind. */
  end(): Promise<void>;
}
