import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { guestNamed, rendererOn, testFloor } from '../../fixtures/floor.js';

async function floorWithTwo() {
  const floor = testFloor();
  const [ada, grace] = [await guestNamed(floor, 'Ada'), await guestNamed(floor, 'Grace')];
  return { floor, ada, grace, seated: () => floor.store.state.seats?.guestIds };
}

describe('the seats', () => {
  it('are who was said last, in the order that was said', async () => {
    const { floor, ada, grace, seated } = await floorWithTwo();
    expect(await floor.command('seats.set', { guestIds: [ada, grace] })).toEqual({ ok: true });
    expect(await floor.command('seats.set', { guestIds: [grace, ada] })).toEqual({ ok: true });
    expect(seated()).toEqual([grace, ada]);
    expect(await floor.command('seats.set', { guestIds: [] })).toEqual({ ok: true });
    expect(seated()).toEqual([]);
  });

  it('stay as they were when somebody unknown is to sit, or somebody twice, or a fifth', async () => {
    const { floor, ada, seated } = await floorWithTwo();
    await floor.command('seats.set', { guestIds: [ada] });
    const five = await Promise.all(['1', '2', '3', '4', '5'].map((name) => guestNamed(floor, name)));
    const refusals = [
      await floor.command('seats.set', { guestIds: [ada, randomUUID()] }),
      await floor.command('seats.set', { guestIds: [ada, ada] }),
      await floor.command('seats.set', { guestIds: five }),
    ];
    expect(refusals).toMatchObject([{ code: 'guest-gone' }, { code: 'invalid' }, { code: 'invalid' }]);
    expect(seated()).toEqual([ada]);
  });

  it('lose a guest who is removed, and what is armed goes with the guest', async () => {
    const { floor, ada, grace, seated } = await floorWithTwo();
    await floor.command('seats.set', { guestIds: [ada, grace] });
    const content = { kind: 'guests' as const, guestIds: [ada, grace] };
    const next = { instanceId: randomUUID(), content, autoOffMs: null, cut: false };
    await floor.command('graphic.arm', { layer: 'lower-third', next });
    expect(await floor.command('guest.remove', { guestId: ada })).toEqual({ ok: true });
    expect(seated()).toEqual([grace]);
    expect(floor.store.state['wanted:lower-third']?.armed).toBeNull();
  });

  it('keep a guest whose removal is refused because the name is on air', async () => {
    const { floor, ada, seated } = await floorWithTwo();
    rendererOn(floor);
    await floor.command('seats.set', { guestIds: [ada] });
    const content = { kind: 'guests' as const, guestIds: [ada] };
    const shown = { layer: 'lower-third' as const, instanceId: randomUUID(), content };
    await floor.command('graphic.show', { ...shown, autoOffMs: null, cut: false });
    expect(await floor.command('guest.remove', { guestId: ada })).toMatchObject({ code: 'guest-on-air' });
    expect(seated()).toEqual([ada]);
  });
});
