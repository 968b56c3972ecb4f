import { z } from 'zod';

/** Who this booth is, minted on the first start with a data folder. */
export const identitySchema = z.strictObject({ id: z.uuid(), name: z.string() });
export type Identity = z.infer<typeof identitySchema>;
