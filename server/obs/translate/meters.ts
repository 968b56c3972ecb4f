import { z } from 'zod';

/** How loud an input is at this moment: the loudest of its channels, linear, 1 is full scale. */
export interface Meter {
  name: string;
  uuid: string | null;
  /** RMS and peak, after fader and mute: what is heard. */
  rms: number;
  peak: number;
  /** Peak before fader and mute: what the mic hears. */
  pre: number;
}

const metersEvent = z.object({
  inputs: z.array(
    z.object({
      inputName: z.string(),
      inputUuid: z.string().optional(),
      /** A channel: RMS, peak, peak before fader and mute. */
      inputLevelsMul: z.array(z.array(z.number())),
    }),
  ),
});

/** An input that is in no scene on program is absent, which is not silent. @throws ZodError */
export function metersIn(data: unknown): Meter[] {
  return metersEvent.parse(data).inputs.map(({ inputName, inputUuid, inputLevelsMul }) => {
    const loudest = (index: number) => Math.max(0, ...inputLevelsMul.map((channel) => channel[index] ?? 0));
    return {
      name: inputName,
      uuid: inputUuid ?? null,
      rms: loudest(0),
      peak: loudest(1),
      pre: loudest(2),
    };
  });
}
