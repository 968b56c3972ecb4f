/**
 * Slices that are kept on disk, as zod schemas, by which the store judges what it reads back. Times are milliseconds
 * since 1970 on the server's clock; durations are milliseconds. Old show files must still fit: what is new has a default.
 */
export * from './persisted/device.js';
export * from './persisted/graphic.js';
export * from './persisted/guest.js';
export * from './persisted/identity.js';
export * from './persisted/inputs.js';
export * from './persisted/look.js';
export * from './persisted/loss.js';
export * from './persisted/mark.js';
export * from './persisted/outputs.js';
export * from './persisted/ownFormatting.js';
export * from './persisted/strips.js';
export * from './persisted/take.js';
