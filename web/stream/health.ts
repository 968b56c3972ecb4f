import type { Statistics } from '../../server/protocol/events.js';

/** A share of frames that OBS throws away: below it nobody sees it. */
const DROPPING_SHARE = 0.01;
/** OBS holds back this much of what it may; short peaks are no trouble, and drop nothing. */
const SLOW_CONGESTION = 0.5;

export interface Health {
  line: 'good' | 'slow' | 'dropping' | 'unknown';
  kbps: number | null;
  /** Of the last seconds, for people. */
  droppedPercent: string;
  /** Since the start, or since the last reconnection. */
  dropped: number;
}

/** How the stream fares: by frames that are thrown away, since congestion falls to nothing between two bursts. */
export function healthOf(stream: Statistics['stream']): Health {
  if (stream === null) return { line: 'unknown', kbps: null, droppedPercent: '0', dropped: 0 };
  const { kbps, droppedShare, dropped, congestion } = stream;
  return { line: lineOf(droppedShare, congestion), kbps, droppedPercent: percentOf(droppedShare), dropped };
}

function lineOf(droppedShare: number, congestion: number): Health['line'] {
  if (droppedShare >= DROPPING_SHARE) return 'dropping';
  return congestion >= SLOW_CONGESTION ? 'slow' : 'good';
}

function percentOf(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 10 ? percent.toFixed(1) : percent.toFixed(0);
}
