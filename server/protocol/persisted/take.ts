import { z } from 'zod';
import { ENDINGS, MODES } from '../codes.js';

/** One recording, from before OBS was asked for it until its end is known. */
export const takeSchema = z.strictObject({
  id: z.uuid(),
  /** `replay`: the last minute, saved when it had happened; when it began is not known. */
  kind: z.enum(['obs', 'replay']),
  /** Who asked for it: a command of ours, or OBS's own button (then it was adopted). `found`: only its file is known. */
  origin: z.enum(['panel', 'obs', 'found']),
  /** `stopping`: we asked for the end. */
  state: z.enum(['starting', 'recording', 'stopping', 'done', 'failed', 'interrupted']),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  /** The device that started it; null: none did, or before this was kept. */
  startAskedBy: z.string().nullable().default(null),
  /** The device whose stop OBS has not confirmed yet, or did. */
  stopAskedBy: z.string().nullable().default(null),
  /** Null: it has not ended, never began, or was closed before this was kept. */
  endedBy: z.enum(ENDINGS).nullable().default(null),
  /**
   * What it was called before it began: its file's name without folder and extension, and who it is of, with their
   * number. Null: OBS named it. The path tells what the file came to be called.
   */
  named: z.strictObject({ file: z.string(), about: z.string(), number: z.int() }).nullable().default(null),
  /** Path on OBS's machine, as OBS said it; the last one of a take whose file was split. */
  path: z.string().nullable(),
  /** What the show was in when it began: a rehearsal's do not count. */
  mode: z.enum(MODES).default('show'),
  /** The take that OBS's end interrupted and that this one goes on with; always the first of them. */
  partOf: z.uuid().nullable().default(null),
  /** The files before it, oldest first. */
  earlierPaths: z.array(z.string()).default([]),
  /**
   * All its files together, by the last look at them after the end. `unseen`: they are where this server cannot look.
   * Null: not looked yet.
   */
  file: z
    .strictObject({ state: z.enum(['there', 'missing', 'unseen']), bytes: z.number() })
    .nullable()
    .default(null),
});
export type Take = z.infer<typeof takeSchema>;
