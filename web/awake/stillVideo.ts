/** In px and ms: small, and drawn seldom. */
const SIDE = 16;
const FRAME_MS = 1000;

/**
 * A film of nothing, which browsers keep the screen awake for: over plain http they have no other way. It is drawn
 * here, never fetched, and has a track of silence, because a film without sound or size counts for nothing.
 */
export class StillVideo {
  readonly #video = document.createElement('video');
  #timer: ReturnType<typeof setInterval> | undefined;

  get isPlaying(): boolean {
    return !this.#video.paused;
  }

  /** Only inside a tap; rejects where the browser forbids it. */
  async play(): Promise<void> {
    if (this.#timer === undefined) this.#film();
    await this.#video.play();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#video.pause();
    this.#video.remove();
  }

  #film(): void {
    const canvas = document.createElement('canvas');
    canvas.width = SIDE;
    canvas.height = SIDE;
    const brush = canvas.getContext('2d');
    let isBlack = false;
    const draw = () => {
      if (brush === null) return;
      isBlack = !isBlack;
      brush.fillStyle = isBlack ? '#000000' : '#010101';
      brush.fillRect(0, 0, SIDE, SIDE);
    };
    draw();
    this.#timer = setInterval(draw, FRAME_MS);
    const silence = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
    const { style } = this.#video;
    this.#video.srcObject = new MediaStream([...canvas.captureStream().getVideoTracks(), ...silence]);
    this.#video.playsInline = true;
    this.#video.setAttribute('aria-hidden', 'true');
    style.cssText =
      'position:fixed;inset:auto auto 0 0;inline-size:1px;block-size:1px;opacity:0;pointer-events:none';
    document.body.append(this.#video);
  }
}
