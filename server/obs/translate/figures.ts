import { z } from 'zod';
import type { Ask } from '../session.js';

const MIB = 1_048_576;

const statsAnswer = z.object({
  cpuUsage: z.number(),
  activeFps: z.number(),
  availableDiskSpace: z.number(),
  renderSkippedFrames: z.number(),
  renderTotalFrames: z.number(),
});
const streamAnswer = z.object({
  outputActive: z.boolean(),
  outputCongestion: z.number().nullable(),
  outputBytes: z.number(),
  outputSkippedFrames: z.number(),
  outputTotalFrames: z.number(),
});
const recordAnswer = z.object({ outputActive: z.boolean(), outputBytes: z.number() });

export interface OutputFigures {
  bytes: number;
}

/** What OBS counts, as it stands. Counts begin anew with an output, and with a stream that came back. */
export interface Figures {
  cpuPercent: number;
  activeFps: number;
  diskFreeBytes: number;
  render: { skipped: number; total: number };
  stream: (OutputFigures & { dropped: number; frames: number; congestion: number }) | null;
  record: OutputFigures | null;
}

/** Three small reads. @throws CallFailed, ZodError */
export async function readFigures(ask: Ask): Promise<Figures> {
  const stats = statsAnswer.parse(await ask('GetStats', undefined));
  const stream = streamAnswer.parse(await ask('GetStreamStatus', undefined));
  const record = recordAnswer.parse(await ask('GetRecordStatus', undefined));
  return {
    cpuPercent: stats.cpuUsage,
    activeFps: stats.activeFps,
    diskFreeBytes: stats.availableDiskSpace * MIB,
    render: { skipped: stats.renderSkippedFrames, total: stats.renderTotalFrames },
    stream: stream.outputActive
      ? {
          bytes: stream.outputBytes,
          dropped: stream.outputSkippedFrames,
          frames: stream.outputTotalFrames,
          congestion: stream.outputCongestion ?? 0,
        }
      : null,
    record: record.outputActive ? { bytes: record.outputBytes } : null,
  };
}
