/**
 * Constants of the contract that pages and server share at run time. Free of zod, so that it costs a tablet nothing:
 * with `texts.ts` the only files of the server that a page may import for more than their types.
 */

/** Raised when an old page could misread a new server; builds are compared too, this one is for API users. */
export const PROTOCOL_VERSION = 1;

export const ROLES = ['producer', 'host', 'stage', 'viewer', 'overlay', 'kiosk', 'audience'] as const;
export type Role = (typeof ROLES)[number];

/** What a device can be paired as. The other roles have pages of their own to come. */
export const INVITED_ROLES = ['producer', 'host', 'viewer', 'overlay'] as const satisfies readonly Role[];
/** Roles that see the panel. */
export const DESK_ROLES: readonly Role[] = ['producer', 'host', 'viewer'];
/** Longest name of a paired device, in user-perceived characters. */
export const DEVICE_NAME_MAX = 40;
/** How long a code for pairing is good, in ms. */
export const INVITE_MS = 600_000;

/** A live command older than this on the server's clock is refused, in ms (design 3.2). */
export const LIVE_MAX_AGE_MS = 2000;
/** A live command stamped further ahead than this is refused, in ms. */
export const LIVE_MAX_AHEAD_MS = 500;
/** Within this time a repeat of (device, id) gets the first reply again, in ms. */
export const REPEAT_WINDOW_MS = 10_000;
/** News from OBS older than this is marked stale, in ms. */
export const STALE_AFTER_MS = 2000;
/** Who did what nobody tapped: a name whose time was over, a mic that follows its look. */
export const HOUSE_DEVICE = 'house';
/** How long a page waits for the reply to a command before it says so, in ms. */
export const REPLY_TIMEOUT_MS = 4000;

/**
 * How long a finger or a key rests, in ms: `record` to stop, `stream` to start or stop, `safe` by its key (short: it is
 * for emergencies), `unlock` to open the touch lock, `revoke` to end a paired device.
 */
export const HOLD_MS = { record: 800, stream: 1500, safe: 600, unlock: 1200, revoke: 800 } as const;
/** A press longer than this that never fired is a grip on the tablet, in ms. */
export const GRIP_MS = 3000;
/** How long before the press the moment was that a mark means, in ms: first it happens, then somebody thinks. */
export const MARK_LEAD_MS = 10_000;

/**
 * What ended a take: the crew's stop, OBS's own button, the disk that ran full, what wrote the file, OBS that went away,
 * or nobody knows, because the server was away itself.
 */
export const ENDINGS = ['crew', 'obs', 'disk-full', 'writer-died', 'obs-away', 'server-away'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A target whose meaning changed less than this ago ignores the tap, in ms. */
export const SETTLE_MS = 400;

/** What the show is in. In rehearsal takes are tagged and no stream starts. */
export const MODES = ['set-up', 'rehearsal', 'show'] as const;
/** The bottom of every meter and fader, in dB: OBS closes a fader there. */
export const SILENCE_DB = -100;
/** The top of OBS's faders, in dB. */
export const LOUDEST_DB = 26;

/** Layers of graphics from back to front; each has one graphic on air and one armed. */
export const LAYERS = ['bug', 'title-card', 'lower-third', 'question', 'countdown', 'ticker'] as const;
export type Layer = (typeof LAYERS)[number];
/** Layers that "all off" leaves on air. */
export const STICKY_LAYERS: readonly Layer[] = ['bug'];

/** Keys that looks get on first sight, in order of place; scenes that come later have none. */
export const PLACE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
export type PlaceKey = (typeof PLACE_KEYS)[number];

/** How long a transition may last, in ms, as OBS has it. */
export const TRANSITION_LIMITS = { minMs: 50, maxMs: 20_000 } as const;

/** Longest texts of a guest, in user-perceived characters. */
export const GUEST_LIMITS = { name: 80, pronouns: 30, title: 100, organisation: 80 } as const;
/** Longest name of a look, in user-perceived characters. */
export const LOOK_NAME_MAX = 60;
/** Most guests that one lower third shows, in seating order. */
export const MAX_STRAP_GUESTS = 4;
/** Where a lower third sits that no look moves. */
export const PLAIN_PLACE = { align: 'left', raised: false } as const;
/** What a guest is at the booth; the host is often the one who taps. */
export const PARTS = ['host', 'guest'] as const;

/** Longest name of a chapter, and longest note of a mark, in user-perceived characters. */
export const CHAPTER_NAME_LIMIT = 60;
export const MARK_NOTE_LIMIT = 200;

/** Every expected "no". A page words it from `texts.ts`. */
export const REFUSALS = [
  'invalid',
  'unknown-command',
  'forbidden',
  'too-fast',
  'stale',
  'ahead',
  'other-boot',
  'changed',
  'superseded',
  'obs-away',
  'obs-hung',
  'obs-timeout',
  'obs-refused',
  'scene-gone',
  'look-gone',
  'look-in-use',
  'no-holding',
  'holding-gone',
  'not-safe',
  'cut-unconfirmed',
  'input-gone',
  'mute-unconfirmed',
  'open-unconfirmed',
  'studio-off',
  'in-transition',
  'transition-gone',
  'fixed-transition',
  'studio-unconfirmed',
  'preview-unconfirmed',
  'transition-unconfirmed',
  'already-recording',
  'not-recording',
  'record-unconfirmed',
  'stop-unconfirmed',
  'just-started',
  'already-paused',
  'not-paused',
  'pause-unconfirmed',
  'unpause-unconfirmed',
  'already-streaming',
  'not-streaming',
  'in-rehearsal',
  'stream-unconfirmed',
  'stream-stop-unconfirmed',
  'stream-runs',
  'nothing-to-resume',
  'resumed-in-part',
  'record-paused',
  'split-unconfirmed',
  'cannot-split',
  'cannot-chapter',
  'replay-absent',
  'replay-off',
  'replay-on',
  'replay-unconfirmed',
  'replay-not-saved',
  'replay-saving',
  'camera-absent',
  'camera-unconfirmed',
  'no-renderer',
  'graphic-failed',
  'show-unconfirmed',
  'hide-unconfirmed',
  'not-on-air',
  'guest-gone',
  'guest-on-air',
  'device-gone',
  'last-producer',
  'code-wrong',
  'too-many-tries',
  'not-saved',
  'internal',
  'not-connected',
  'no-reply',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** What the handshake may refuse; the socket's `connect_error` carries it as `data.code`. */
export const HANDSHAKE_REFUSALS = ['other-build', 'unpaired', 'too-many', 'bad-handshake'] as const;
export type HandshakeRefusal = (typeof HANDSHAKE_REFUSALS)[number];
