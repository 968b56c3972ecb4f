/**
 * What the show asks of OBS. A verb resolves when OBS accepted the request, which is not yet done: done is when the
 * mirror shows it. It rejects with a `Refusal` (`obs-away`, `obs-hung`, `obs-timeout`, `obs-refused`, `scene-gone`,
 * `superseded`, `already-recording`, `not-recording`); every wait inside ends by an answer, a deadline or the link's death.
 */
export interface Device {
  cut(sceneId: string): Promise<void>;
  startRecord(): Promise<void>;
  stopRecord(): Promise<void>;
  /** The second look, after a deadline passed without the event: reads OBS again and lets the mirror show it. */
  lookAgain(): Promise<void>;
}
