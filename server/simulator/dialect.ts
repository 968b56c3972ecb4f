/** Which obs-websocket is spoken: 5.1 as in Debian 12, without uuids; 5.5 as in OBS 30.2, with them. */
export type DialectName = '5.1' | '5.5';

export interface Dialect {
  readonly name: DialectName;
  readonly obsVersion: string;
  readonly obsWebSocketVersion: string;
  /** Things carry uuids, and requests may name them so. */
  readonly hasUuids: boolean;
  /** Between "changing" and "changed" of a scene collection every request gets 207 and no event is sent. */
  readonly isSilentWhileSwitching: boolean;
  /** As on a desktop; Debian's OBS in a container has none. */
  readonly hasVirtualCamera: boolean;
  /** Requests and events that came later. */
  readonly lacks: ReadonlySet<string>;
}

export const DIALECTS: Record<DialectName, Dialect> = {
  '5.1': {
    name: '5.1',
    obsVersion: '29.0.2',
    obsWebSocketVersion: '5.1.0',
    hasUuids: false,
    isSilentWhileSwitching: false,
    hasVirtualCamera: false,
    lacks: new Set([
      'SetRecordDirectory',
      'InputSettingsChanged',
      'SplitRecordFile',
      'CreateRecordChapter',
      'RecordFileChanged',
    ]),
  },
  '5.5': {
    name: '5.5',
    obsVersion: '30.2.3',
    obsWebSocketVersion: '5.5.2',
    hasUuids: true,
    isSilentWhileSwitching: true,
    hasVirtualCamera: true,
    lacks: new Set(),
  },
};

/** What leaves, in this dialect: the simulator always says uuids, and a dialect without them never lets one out. */
export function spoken(dialect: Dialect, data: Record<string, unknown>): Record<string, unknown> {
  return dialect.hasUuids ? data : withoutUuids(data);
}

function withoutUuids(data: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(data).filter(([key]) => !key.endsWith('Uuid'));
  return Object.fromEntries(kept.map(([key, value]) => [key, cleaned(value)]));
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  return isRecord(value) ? withoutUuids(value) : value;
}

/** A JSON object, neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
