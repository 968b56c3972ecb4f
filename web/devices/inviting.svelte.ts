import type { Device, Invite } from '../../server/protocol/slices.js';
import { randomUuid } from '../live/uuid.js';
import type { Panel } from '../panel/panel.js';

/** What a code is asked for: a new device of a role, or one that comes back as it was. */
export interface Wish {
  role: Device['role'];
  device: Pick<Device, 'id' | 'name'> | null;
}

/** The wish, under the id that this page gave its invite. */
export interface Asked extends Wish {
  inviteId: string;
  /** On the server's clock: whoever was paired since then was it. */
  at: number;
  /** The server said yes, so that an invite that is not there is over. */
  isMade: boolean;
}

/** The one code that this page has asked for, from the tap to its end. */
export class Inviting {
  readonly #panel: Pick<Panel, 'picture' | 'commands' | 'now'>;
  #asked = $state.raw<Asked | null>(null);

  /** What the server has of it; null before it is made, and when it is over. */
  readonly invite: Invite | null = $derived.by(() => {
    const id = this.#asked?.inviteId;
    return this.#panel.picture.state.invites?.find((invite) => invite.id === id) ?? null;
  });
  /** Who came by it. */
  readonly paired: Device | null = $derived.by(() => {
    const asked = this.#asked;
    if (asked === null || this.invite !== null) return null;
    return (
      this.#panel.picture.devices.find(
        ({ id, role, pairedAt }) =>
          pairedAt >= asked.at && role === asked.role && (asked.device === null || asked.device.id === id),
      ) ?? null
    );
  });

  constructor(panel: Pick<Panel, 'picture' | 'commands' | 'now'>) {
    this.#panel = panel;
  }

  get asked(): Asked | null {
    return this.#asked;
  }

  /** A code for it, in the place of the last one. */
  async ask({ role, device }: Wish): Promise<void> {
    const before = this.invite;
    const inviteId = randomUuid();
    const asked: Asked = { role, device, inviteId, at: this.#panel.now.at, isMade: false };
    this.#asked = asked;
    if (before !== null) void this.#uninvite(before.id);
    const params = { inviteId, role, forDevice: device?.id ?? null };
    const isMade = await this.#panel.commands.send('device.invite', inviteId, params, undefined);
    // Another wish, or none, since then: the sheet was closed, and the code with it.
    if (this.#asked !== asked) {
      if (isMade) await this.#uninvite(inviteId);
      return;
    }
    this.#asked = isMade ? { ...asked, isMade } : null;
  }

  /** No code is left behind. */
  async end(): Promise<void> {
    const { invite } = this;
    this.#asked = null;
    if (invite !== null) await this.#uninvite(invite.id);
  }

  async #uninvite(inviteId: string): Promise<void> {
    await this.#panel.commands.send('device.uninvite', inviteId, { inviteId }, undefined);
  }
}
