/** How long a show takes. What is done, and what it is compared with, is the same at every pace. */
export interface Pace {
  /** Looks that are cut to after each act, each for so long. */
  shots: number;
  shotSeconds: number;
  /** How long the recording stands, the stream's server is away, the tablet sleeps and OBS is gone. */
  pausedSeconds: number;
  streamAwaySeconds: number;
  asleepSeconds: number;
  obsAwaySeconds: number;
  /** The least from going live to the last stop. */
  liveSeconds: number;
}

/** For `npm test`: as fast as hands and OBS are. */
export const BRISK: Pace = {
  shots: 0,
  shotSeconds: 0,
  pausedSeconds: 1,
  streamAwaySeconds: 0,
  asleepSeconds: 2,
  obsAwaySeconds: 0,
  liveSeconds: 0,
};

/** A quarter of an hour live, with troubles that last. */
export const FULL: Pace = {
  shots: 3,
  shotSeconds: 14,
  pausedSeconds: 40,
  streamAwaySeconds: 20,
  asleepSeconds: 60,
  obsAwaySeconds: 20,
  liveSeconds: 900,
};
