import type { Namespace } from 'socket.io';
import { helloSchema, reportSchema, type OverlayToServer, type ServerToOverlay } from '../protocol/events.js';
import type { Clock } from '../show/clock.js';
import type { Renderers } from '../show/renderers.js';
import { addressOf } from './credential.js';
import { admission, type Admitted, type Door } from './handshake.js';
import type { Presence } from './presence.js';
import { roomOf, roomOfDevice } from './room.js';
import { TokenBucket } from './tokenBucket.js';
import type { Views } from './views.js';

type None = Record<string, never>;
export type OverlayNamespace = Namespace<OverlayToServer, ServerToOverlay, None, Admitted>;

/** How often a renderer is asked whether it lives, and how long it may take to say so, in ms. */
const PING_EVERY_MS = 1000;
const PING_TIMEOUT_MS = 2500;
const REPORTS = { burst: 200, perSecond: 50 };

/** The renderers' namespace: they see what is wanted and say what is on air, and nothing else. */
export function serveOverlay(
  overlay: OverlayNamespace,
  floor: Door & {
    clock: Clock;
    views: Views;
    renderers: Renderers;
    presence: Presence;
    heard: (deviceId: string, address: string) => void;
  },
): void {
  overlay.use(admission(floor, ['overlay', 'producer']));

  overlay.on('connection', (socket) => {
    const { actor } = socket.data;
    // A producer's own look at an overlay makes no panel of it.
    if (actor.role === 'overlay') floor.presence.came(socket.id, actor);
    floor.heard(actor.deviceId, addressOf(socket.request));
    const reports = new TokenBucket(floor.clock, REPORTS);
    // Before it joins, as on the desk.
    const snapshot = floor.views.snapshot({ deviceId: actor.deviceId, role: 'overlay' });
    void socket.join([roomOf('overlay'), roomOfDevice(actor.deviceId)]);
    socket.emit('snapshot', snapshot);
    // What comes over a wire may be anything, whatever the types say.
    socket.on('clock', (answer: unknown) => {
      if (typeof answer === 'function' && reports.take(1)) answer(floor.clock.now());
    });
    socket.on('renderer.hello', (raw: unknown) => {
      const hello = helloSchema.safeParse(raw);
      if (!hello.success || !reports.take(1)) return;
      // A producer's page looks at what the audience sees; it is not what they see.
      const kind = actor.role === 'overlay' ? hello.data.kind : 'preview';
      floor.renderers.hello(socket.id, { ...hello.data, kind });
    });
    socket.on('renderer.report', (raw: unknown) => {
      const report = reportSchema.safeParse(raw);
      if (report.success && reports.take(1)) floor.renderers.report(socket.id, report.data);
    });
    const ping = setInterval(() => {
      socket.timeout(PING_TIMEOUT_MS).emit('renderer.ping', (error) => {
        floor.renderers.alive(socket.id, error === null || error === undefined);
      });
    }, PING_EVERY_MS);
    socket.on('disconnect', () => {
      clearInterval(ping);
      floor.renderers.gone(socket.id);
      floor.presence.left(socket.id);
      floor.heard(actor.deviceId, addressOf(socket.request));
    });
  });
}
