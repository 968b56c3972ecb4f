import { request, type IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { AsRunLine } from '../../../server/protocol/asRun.js';
import { READINGS } from '../../../server/protocol/codes/asRun.js';
import { COOKIES } from '../../../server/http/credential.js';
import { localIso } from '../../../server/http/asRunCsv.js';
import { guestNamed, rendererOn } from '../../fixtures/floor.js';
import { testEdge } from '../../fixtures/edge.js';

const { asRun, asRunFile } = READINGS;

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** By Node's own client: `fetch` sends neither cookies nor another Host. */
function get(url: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** The edge, with a name on air that a guest made up. */
async function withLog(name: string) {
  const edge = await testEdge();
  const { floor } = edge;
  edge.asRun.start();
  floor.obsComes();
  const page = rendererOn(floor);
  const instanceId = crypto.randomUUID();
  const content = { kind: 'guests' as const, guestIds: [await guestNamed(floor, name)] };
  const shown = { layer: 'lower-third' as const, instanceId, content, autoOffMs: null, cut: false };
  await floor.command('graphic.show', shown);
  page.report(instanceId, 'on');
  await floor.clock.pass(61_500);
  await floor.command('graphic.hide', { layer: 'lower-third' }, { instanceId });
  page.report(null, 'out');
  const secret = (role: 'producer' | 'host' | 'viewer' | 'overlay') => edge.pairing.token(role, role).secret;
  return {
    ...edge,
    bearer: (role: Parameters<typeof secret>[0]) => ({ authorization: `Bearer ${secret(role)}` }),
    secret,
  };
}

describe('the as-run log by HTTP', () => {
  it.each([
    [asRun.path, { producer: 200, host: 200, viewer: 200, overlay: 403 }],
    [asRunFile.path, { producer: 200, host: 403, viewer: 403, overlay: 403 }],
  ] as const)('%s is for those whose role may read it', async (path, statuses) => {
    const { origin, bearer } = await withLog('Ada');
    for (const role of ['producer', 'host', 'viewer', 'overlay'] as const)
      expect((await get(origin + path, bearer(role))).status).toBe(statuses[role]);
  });

  it.each([asRun.path, asRunFile.path])(
    '%s is for nobody who is not paired, nor for other sites',
    async (path) => {
      const { origin, bearer, secret, pairing, floor } = await withLog('Ada');
      const nobody = { authorization: `Bearer ${'x'.repeat(43)}` };
      for (const headers of [{}, nobody]) {
        const { status, body } = await get(origin + path, headers);
        expect(status).toBe(401);
        expect(body).not.toContain('Ada');
      }
      expect(
        (await get(origin + path, { ...bearer('producer'), origin: 'https://evil.example' })).status,
      ).toBe(403);
      expect((await get(origin + path, { ...bearer('producer'), host: 'evil.example' })).status).toBe(421);
      expect((await get(origin + path, { cookie: `${COOKIES.http}=${secret('producer')}` })).status).toBe(
        200,
      );
      const { device, secret: revoked } = pairing.token('producer', 'Revoked');
      await floor.command('device.revoke', { deviceId: device.id });
      expect((await get(origin + path, { authorization: `Bearer ${revoked}` })).status).toBe(401);
    },
  );

  it('tells a page the newest first', async () => {
    const { origin, bearer } = await withLog('Ada');
    const { headers, body } = await get(origin + asRun.path, bearer('viewer'));
    expect(headers['cache-control']).toBe('no-store');
    // What the route answers.
    const { lines } = JSON.parse(body) as { lines: AsRunLine[] };
    expect(lines).toMatchObject([
      { kind: 'graphic', title: 'Ada', ended: { how: 'hidden' } },
      { kind: 'program', title: 'Wide', until: null, ended: null },
    ]);
  });

  it('is a file that spreadsheets open as it is meant, whatever a guest is called', async () => {
    const { origin, bearer, floor } = await withLog('=HYPERLINK("http://evil.example","Ada, “Countess”")');
    const { headers, body } = await get(origin + asRunFile.path, bearer('producer'));
    const day = localIso(floor.clock.now()).slice(0, 10);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename=showfloor-as-run-${day}.csv`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(body.startsWith('\uFEFF')).toBe(true);
    const [head, program, name, ...rest] = body.slice(1).split('\r\n');
    expect(rest).toEqual(['']);
    expect(head).toBe(
      '"Kind","What","Where","From","Until","Length","Seconds","Began","Began by","Ended","Ended by","End"',
    );
    const from = localIso(floor.clock.now() - 61_500);
    expect(program).toBe(`"Program","Wide","Wide","${from}","","","","found on air","","","","still on"`);
    expect(name).toBe(
      `"Names","'=HYPERLINK(""http://evil.example"",""Ada, “Countess”"")","lower-third",` +
        `"${from}","${localIso(floor.clock.now())}","00:01:02","61.500","begun","","taken off","","seen"`,
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1'])(
    'has no cell that is taken for a formula: %j',
    async (name) => {
      const { origin, bearer } = await withLog(name);
      const { body } = await get(origin + asRunFile.path, bearer('producer'));
      expect(body).not.toMatch(/(?:^|[,\n])"[=+\-@\t\r＝＋－＠]/u);
      expect(body).toContain(name.trim());
    },
  );

  it('says its times with the offset of the place and of the day', () => {
    const at = Date.UTC(2026, 6, 1, 12, 0, 0, 5);
    expect(Date.parse(localIso(at))).toBe(at);
    expect(localIso(at)).toMatch(/^2026-07-0[12]T\d\d:\d\d:00\.005[+-]\d\d:\d\d$/u);
  });
});
