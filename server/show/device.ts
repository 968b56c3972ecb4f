/**
 * What the show asks of OBS. A verb resolves when OBS accepted the request, which is not yet done: done is when the
 * mirror shows it. It rejects with a `Refusal` (`obs-away`, `obs-hung`, `obs-timeout`, `obs-refused`, `scene-gone`,
 * `superseded`, `already-recording`, `not-recording`, `already-paused`, `not-paused`); every wait inside ends by an answer, a deadline or the link's death.
 */
export interface Device {
  /** `askedAt` is when the finger came down: what waits behind a slow OBS for too long after it is not sent any more. */
  cut(sceneId: string, askedAt: number): Promise<void>;
  startRecord(askedAt: number): Promise<void>;
  stopRecord(askedAt: number): Promise<void>;
  pauseRecord(askedAt: number): Promise<void>;
  resumeRecord(askedAt: number): Promise<void>;
  /** The second look, after a deadline passed without the event: reads OBS again and lets the mirror show it. */
  lookAgain(): Promise<void>;
}
