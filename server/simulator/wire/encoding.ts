import { decode, encode } from '@msgpack/msgpack';
import { CLOSE, Closing } from './closing.js';
import type { Message } from './opCodes.js';

/** How one client writes its messages: both sub-protocols of obs-websocket. */
export interface Encoding {
  readonly subprotocol: string;
  write(message: Message): string | Uint8Array;
  /** @throws Closing */
  read(data: Buffer, isBinary: boolean): unknown;
}

const json: Encoding = {
  subprotocol: 'obswebsocket.json',
  write: (message) => JSON.stringify(message),
  read(data, isBinary) {
    if (isBinary) throw wrongKind('JSON', 'a binary');
    return decoded('Json', () => JSON.parse(data.toString()));
  },
};

const msgpack: Encoding = {
  subprotocol: 'obswebsocket.msgpack',
  write: (message) => encode(message, { ignoreUndefined: true }),
  read(data, isBinary) {
    if (!isBinary) throw wrongKind('MsgPack', 'a text');
    return decoded('MsgPack', () => decode(data));
  },
};

/** The first offered one that is spoken here; none offered, or none known, means JSON. */
export function chooseEncoding(offered: Iterable<string>): { encoding: Encoding; isOffered: boolean } {
  for (const name of offered) {
    const found = [json, msgpack].find((encoding) => encoding.subprotocol === name);
    if (found) return { encoding: found, isOffered: true };
  }
  return { encoding: json, isOffered: false };
}

function decoded(name: string, read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    throw new Closing(CLOSE.messageDecodeError, `Unable to decode ${name}: ${shortened(error)}`);
  }
}

function wrongKind(name: string, kind: string): Closing {
  return new Closing(
    CLOSE.messageDecodeError,
    `Your session encoding is set to ${name}, but ${kind} message was received.`,
  );
}

/** A close frame holds 123 bytes of reason. */
function shortened(error: unknown): string {
  return String(error)
    .replaceAll(/[^ -~]/g, '?')
    .slice(0, 80);
}
