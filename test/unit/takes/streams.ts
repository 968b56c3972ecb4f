import type { RecordOutput, StreamOutput } from '../../../server/protocol/slices.js';
import type { TestFloor } from '../../fixtures/floor.js';

export const STREAM_OFF: StreamOutput = { state: 'off', startedAt: null, reconnectingSince: null };
export const RECORD_OFF: RecordOutput = {
  state: 'off',
  startedAt: null,
  pausedAt: null,
  hasDied: false,
  path: null,
};

/** What the mirror shows of a stream that is live since now. */
export function liveOn({ clock }: Pick<TestFloor, 'clock'>): StreamOutput {
  return { state: 'on', startedAt: clock.now(), reconnectingSince: null };
}

export function recordingOn({ clock }: Pick<TestFloor, 'clock'>): RecordOutput {
  return { state: 'on', startedAt: clock.now(), pausedAt: null, hasDied: false, path: '/rec/a.mkv' };
}

/** OBS is out of sight. */
export function lose({ store }: Pick<TestFloor, 'store'>): void {
  store.observe({ set: {}, gone: ['scenes', 'program', 'record', 'stream'] });
}
