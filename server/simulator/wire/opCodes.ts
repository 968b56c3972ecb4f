/** The kinds of message of obs-websocket 5 (its protocol document, "WebSocketOpCode"). */
export const OP = {
  hello: 0,
  identify: 1,
  identified: 2,
  reidentify: 3,
  event: 5,
  request: 6,
  requestResponse: 7,
  requestBatch: 8,
  requestBatchResponse: 9,
} as const;

/** One message as it travels, in either encoding. */
export interface Message {
  op: number;
  d: Record<string, unknown>;
}
