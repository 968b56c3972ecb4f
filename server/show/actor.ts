import type { Role } from '../protocol/codes.js';

/** Who asks: attached by the edge from the first moment of a command, never taken from its text. */
export interface Actor {
  deviceId: string;
  role: Role;
}
