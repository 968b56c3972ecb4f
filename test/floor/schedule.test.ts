import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { ScheduleRead } from '../../server/protocol/schedule.js';

const SHEET =
  'Start\tTitle\tSpeaker\tRoom\n2026-06-12 10:00\tEngines\tAda\tBooth\n2026-06-12 10:00\tBugs\tGrace\tStage\n';

/** `npm run schedule`, as it was built, with a text that was pasted into it. */
async function ask(pasted: string, ...args: string[]): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, ['dist/scripts/schedule.js', '-', ...args]);
  let said = '';
  for (const pipe of [child.stdout, child.stderr])
    pipe.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end(pasted);
  const [code] = await once(child, 'close');
  return { code, said };
}

describe('a schedule from the terminal', () => {
  it('is said in a few lines, one room of it as JSON', async () => {
    const { code, said } = await ask(SHEET, '--zone', 'Europe/Rome');
    expect(code).toBe(0);
    expect(said).toContain('2 sessions, 2 rooms, 2 people; zone Europe/Rome, as asked');
    expect(said).toContain('2026-06-12 10:00-10:30  Booth  Engines  Ada');

    const json = await ask(SHEET, '--zone', 'Europe/Rome', '--room', 'stage', '--json');
    // What the program itself wrote.
    const outcome = JSON.parse(json.said) as ScheduleRead;
    expect(outcome.is === 'read' && outcome.schedule.sessions.map(({ title }) => title)).toEqual(['Bugs']);
    expect(outcome.is === 'read' && outcome.schedule.people.map(({ name }) => name)).toEqual(['Grace']);
  });

  it('that leaves something open or is refused says so, with code 1', async () => {
    expect(await ask(SHEET)).toMatchObject({
      code: 1,
      said: expect.stringContaining('Say in which zone') as string,
    });
    const broken = await ask('{"schedule": {');
    expect(broken).toMatchObject({
      code: 1,
      said: expect.stringContaining('Where: line 1, column 15') as string,
    });
  });

  it('with an option or a room that is unknown says what there is, with code 2', async () => {
    const room = await ask(SHEET, '--zone', 'UTC', '--room', 'Hall');
    expect(room).toMatchObject({ code: 2, said: expect.stringContaining('Booth, Stage') as string });
    expect((await ask(SHEET, '--column', 'name=Who')).code).toBe(2);
  });
});
