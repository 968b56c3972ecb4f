/** How often each thing is measured. */
export interface Plan {
  cuts: number;
  mutes: number;
  /** With a quiet disk, and so many with a busy one. */
  costs: number;
  shows: number;
  updates: number;
  crowdUpdates: number;
  /** Quiet and busy take turns, so many times each. */
  diskTurns: number;
  diskUpdatesATurn: number;
  starts: number;
  loads: number;
  /** How long the cost of a process is counted, in ms. */
  loadMs: number;
}

/** About six minutes on two cores. */
export const FULL: Plan = {
  cuts: 300,
  mutes: 300,
  costs: 300,
  shows: 100,
  updates: 200,
  crowdUpdates: 150,
  diskTurns: 2,
  diskUpdatesATurn: 100,
  starts: 7,
  loads: 5,
  loadMs: 15_000,
};

/** Enough to see that something broke; too few for a p99 to mean much. */
export const QUICK: Plan = {
  cuts: 40,
  mutes: 40,
  costs: 100,
  shows: 20,
  updates: 60,
  crowdUpdates: 40,
  diskTurns: 1,
  diskUpdatesATurn: 60,
  starts: 3,
  loads: 2,
  loadMs: 5000,
};
