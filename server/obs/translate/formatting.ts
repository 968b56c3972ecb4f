import { z } from 'zod';

/** The profile's own way of naming files, of every output mode. */
export const FORMATTING = {
  parameterCategory: 'Output',
  parameterName: 'FilenameFormatting',
} as const;

const valueAnswer = z.object({ parameterValue: z.string().nullable() });
const profileAnswer = z.object({ currentProfileName: z.string() });

/** The formatting that makes exactly this name. */
export function formattingOf(file: string): string {
  return file.replaceAll('%', '%%');
}

/** As OBS answers `GetProfileParameter`; null where it has none. */
export function formattingIn(answer: unknown): string | null {
  return valueAnswer.parse(answer).parameterValue;
}

/** As OBS answers `GetProfileList`. */
export function profileIn(answer: unknown): string {
  return profileAnswer.parse(answer).currentProfileName;
}
