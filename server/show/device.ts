/**
 * What the show asks of OBS, noun by noun. A verb resolves when OBS accepted the request, which is not yet done: done is
 * when the mirror shows it. It rejects with a `Refusal` (`obs-away`, `obs-hung`, `obs-timeout`, `obs-refused`,
 * `superseded`, `stale`, and those named beside it); every wait inside ends by an answer, a deadline or the link's death.
 * `askedAt` is when the finger came down: what waits behind a slow OBS for too long after it is not sent any more.
 */
export interface Device {
  readonly program: {
    /** By the transition that is chosen in OBS. Also rejects with `scene-gone`, `in-transition`. */
    cut(sceneId: string, askedAt: number): Promise<void>;
    /** The same, but at once, whatever runs or waits; a transition that studio mode holds is broken off by a cut. */
    breakTo(sceneId: string, askedAt: number): Promise<void>;
  };
  readonly studio: {
    /** Also rejects with `in-transition`. */
    set(isOn: boolean, askedAt: number): Promise<void>;
  };
  readonly preview: {
    /** Also rejects with `scene-gone`, `studio-off`. */
    set(sceneId: string, askedAt: number): Promise<void>;
  };
  readonly transition: {
    /**
     * Puts the scene on program, by the transition that is chosen in OBS, or `isStraight` by a cut. Also rejects with
     * `scene-gone`, `in-transition`, `transition-gone`.
     */
    take(sceneId: string, isStraight: boolean, askedAt: number): Promise<void>;
    /** `durationMs` null: it keeps the length that it has. Also rejects with `transition-gone`, `in-transition`. */
    set(name: string, durationMs: number | null, askedAt: number): Promise<void>;
  };
  /** Also rejects with `already-recording`, `not-recording`, `already-paused`, `not-paused`. */
  readonly record: {
    /** `file` is the name it should have, without folder and extension. It starts also when OBS does not take that. */
    start(file: string, askedAt: number): Promise<void>;
    /** OBS names by itself again what its own button starts. Only when no start is under way. */
    putFormattingBack(askedAt: number): Promise<void>;
    stop(askedAt: number): Promise<void>;
    pause(askedAt: number): Promise<void>;
    resume(askedAt: number): Promise<void>;
    /** Also rejects with `record-paused`. */
    split(askedAt: number): Promise<void>;
    /** OBS took it: nothing else tells that it is in the file. An empty name: OBS numbers it. */
    chapter(name: string, askedAt: number): Promise<void>;
  };
  /** Also rejects with `replay-on`, `replay-off`. */
  readonly replay: {
    start(askedAt: number): Promise<void>;
    stop(askedAt: number): Promise<void>;
    save(askedAt: number): Promise<void>;
  };
  readonly virtualCamera: {
    set(isOn: boolean, askedAt: number): Promise<void>;
  };
  /** Also rejects with `already-streaming`, `not-streaming`. */
  readonly stream: {
    start(askedAt: number): Promise<void>;
    /** A second one while it is stopping ends it without sending what waits. */
    stop(askedAt: number): Promise<void>;
  };
  /** Also rejects with `input-gone`. */
  readonly sound: {
    mute(inputId: string, isMuted: boolean, askedAt: number): Promise<void>;
    /** In dB, from `SILENCE_DB` to `LOUDEST_DB`. */
    fader(inputId: string, db: number, askedAt: number): Promise<void>;
  };
  /** The second look, after a deadline passed without the event: reads OBS again and lets the mirror show it. */
  lookAgain(): Promise<void>;
}
