import type { Role } from '../protocol/codes.js';

/** The socket.io room of all pages of a device. */
export function roomOfDevice(deviceId: string): string {
  return `device:${deviceId}`;
}

/** The socket.io room of all who see what a role sees. */
export function roomOf(role: Role): string {
  return `role:${role}`;
}
