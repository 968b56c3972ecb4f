/** Why obs-websocket closes a connection (its protocol document, "WebSocketCloseCode"). */
export const CLOSE = {
  goingAway: 1001,
  unknownReason: 4000,
  messageDecodeError: 4002,
  missingDataField: 4003,
  invalidDataFieldType: 4004,
  invalidDataFieldValue: 4005,
  unknownOpCode: 4006,
  notIdentified: 4007,
  alreadyIdentified: 4008,
  authenticationFailed: 4009,
  unsupportedRpcVersion: 4010,
  sessionInvalidated: 4011,
} as const;

/** Thrown where a message breaks the protocol so that the connection ends; the words are those of the real one. */
export class Closing extends Error {
  override readonly name = 'Closing';

  constructor(
    readonly code: (typeof CLOSE)[keyof typeof CLOSE],
    reason: string,
  ) {
    super(reason);
  }
}
