import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Role } from '../protocol/codes.js';
import type { Credential, Device, Invite } from '../protocol/slices.js';
import type { Actor } from '../show/actor.js';
import type { Clock } from '../show/clock.js';
import { goodInvites, newInvite } from '../show/invites.js';
import { credentialsOf, deviceByHash } from '../show/credentials.js';
import { itemsOf } from '../show/items.js';
import { slice, type Store } from '../show/store.js';
import { hashOf, newSecret } from './secret.js';
import { Tries } from './tries.js';

/** A device that was just paired, and what it shows from now on; the secret is told once and kept nowhere. */
export interface Paired {
  device: Device;
  secret: string;
}

export type Redeemed = Paired | 'wrong' | 'too-many';

const DIGITS = /^\d{6}$/;

/** Which devices are paired, and how one becomes it. Being on this computer is no credential. */
export class Pairing {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #tries: Tries;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
    this.#tries = new Tries(clock);
  }

  /** Codes go when their time is over, so that no panel shows one that is not good. */
  start(): void {
    let cancel = () => undefined as void;
    this.#store.subscribe(({ set }) => {
      if (!('invites' in set)) return;
      cancel();
      const next = Math.min(...(set.invites ?? []).map(({ expiresAt }) => expiresAt));
      if (next === Infinity) return;
      cancel = this.#clock.after(Math.max(0, next - this.#clock.now()) + 1, () => this.#keepGood([]));
    });
  }

  /** A code that nobody on a panel asked for: the one that the start prints. */
  invite(role: Invite['role']): Invite {
    const invite = newInvite({ id: randomUUID(), role, forDevice: null, askedBy: null }, this.#clock.now());
    this.#keepGood([invite]);
    return invite;
  }

  /**
   * Gives a code or its digits for a secret. One use; `name` is what a new device is called, and tries are
   * counted by `place`.
   */
  redeem(code: string, from: { address: string; place: string; name: string }): Redeemed {
    // A long code cannot be guessed, so it goes on working while somebody tries out digits.
    if (DIGITS.test(code) && !this.#tries.mayTry(from.place)) return 'too-many';
    const invite = goodInvites(this.#store.state.invites, this.#clock.now()).find((one) => fits(one, code));
    if (invite === undefined) {
      if (!this.#tries.mayTry(from.place)) return 'too-many';
      this.#tries.wasWrong(from.place);
      return 'wrong';
    }
    const secret = newSecret();
    return { secret, device: this.#pair(invite, secret, { ...from, kind: 'page' }) };
  }

  /** A device of its own for a program or for OBS, without a code: for whoever owns the data folder. */
  token(role: Device['role'], name: string): Paired {
    const secret = newSecret();
    const device = this.#newDevice({ role, name, kind: 'token' });
    this.#keep(device, secret);
    return { device, secret };
  }

  /** Who shows this secret; null: nobody that is paired. An overlay's code becomes its secret when it is first shown. */
  actorOf(secret: string | null, address: string): Actor | null {
    if (secret === null) return null;
    const device = deviceByHash(this.#store.state, hashOf(secret)) ?? this.#firstOfOverlay(secret, address);
    return device === null ? null : { deviceId: device.id, role: device.role };
  }

  /** A device came or went. */
  heard(deviceId: string, address: string): void {
    const device = this.#store.state[`device:${deviceId}`];
    if (device === undefined) return;
    this.#store.observe({
      set: slice(`device:${deviceId}`, { ...device, address, lastHeardAt: this.#clock.now() }),
    });
  }

  /** Whether any device has this role. */
  hasA(role: Role): boolean {
    return itemsOf(this.#store.state, 'device').some((device) => device.role === role);
  }

  #firstOfOverlay(secret: string, address: string): Device | null {
    const invite = goodInvites(this.#store.state.invites, this.#clock.now()).find(
      (one) => one.role === 'overlay' && same(one.code, secret),
    );
    return invite === undefined ? null : this.#pair(invite, secret, { address, name: 'OBS', kind: 'token' });
  }

  #pair(
    { id, role, forDevice }: Invite,
    secret: string,
    { address, name, kind }: { address: string; name: string; kind: Device['kind'] },
  ): Device {
    const known = forDevice === null ? undefined : this.#store.state[`device:${forDevice}`];
    const now = this.#clock.now();
    const device = {
      ...(known ?? this.#newDevice({ role, name, kind })),
      pairedAt: now,
      lastHeardAt: now,
      address,
    };
    this.#keepGood([], id);
    this.#keep(device, secret);
    return device;
  }

  #newDevice({ role, name, kind }: Pick<Device, 'role' | 'name' | 'kind'>): Device {
    return {
      id: randomUUID(),
      name,
      role,
      kind,
      pairedAt: this.#clock.now(),
      lastHeardAt: null,
      address: null,
    };
  }

  /** With this secret and no other: whoever has an older one is somebody else by now. */
  #keep(device: Device, secret: string): void {
    const credential: Credential = { id: randomUUID(), deviceId: device.id, hash: hashOf(secret) };
    this.#store.observe(
      {
        set: { ...slice(`device:${device.id}`, device), ...slice(`credential:${credential.id}`, credential) },
        gone: credentialsOf(this.#store.state, device.id),
      },
      { flush: true },
    );
  }

  #keepGood(added: readonly Invite[], used?: string): void {
    const good = goodInvites(this.#store.state.invites, this.#clock.now()).filter(({ id }) => id !== used);
    this.#store.observe({ set: { invites: [...good, ...added] } });
  }
}

/** An overlay is paired by its address, never by a page that takes a code. */
function fits(invite: Invite, code: string): boolean {
  return invite.role !== 'overlay' && (same(invite.code, code) || same(invite.digits, code));
}

/** Without telling by the time that it takes how much of it was right. */
function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
