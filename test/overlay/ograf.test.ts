import { describe, expect, it } from 'vitest';
import { useStudio } from './studio.js';

const open = useStudio();

/** What any OGraf renderer does, without ours. A text, because `import()` in a test's function is not the page's own. */
const withGraphic = (acts: string) => `(async () => {
  const { default: Graphic } = await import('/graphics/lower-third/lower-third.js?foreign');
  customElements.define('foreign-graphic', Graphic);
  const graphic = document.body.appendChild(document.createElement('foreign-graphic'));
  const shown = () => {
    const row = graphic.shadowRoot.querySelector('.row');
    return row !== null && getComputedStyle(row).visibility === 'visible';
  };
  const load = (data) => graphic.load({ data, renderType: 'realtime', renderCharacteristics: {} });
  const ada = { people: [{ name: 'Ada Lovelace' }] };
  const grace = { people: [{ name: 'Grace Hopper' }, { name: 'Ada Lovelace' }] };
  ${acts}
})()`;

describe('the lower third in any OGraf renderer', () => {
  it('stands on step 0 after one play and leaves on the next, or goes where it is told', async () => {
    const { page } = await open({});
    const steps = await page.evaluate(
      withGraphic(`
        await load(ada);
        const steps = [shown()];
        for (const params of [{}, {}, { goto: 0 }, { delta: -1 }, { goto: 0, skipAnimation: true }, { goto: 1 }]) {
          const { statusCode, currentStep } = await graphic.playAction(params);
          steps.push([statusCode, currentStep, shown()]);
        }
        return steps;`),
    );
    const [on, past, before] = [
      [200, 0, true],
      [200, 1, false],
      [200, -1, false],
    ];
    expect(steps).toEqual([false, on, past, on, before, on, past]);
  });

  it('takes new people without leaving, stops, and is gone when disposed of', async () => {
    const { page } = await open({});
    const told = await page.evaluate(
      withGraphic(`
        await load(ada);
        await graphic.playAction({});
        await graphic.updateAction({ data: grace });
        const names = [...graphic.shadowRoot.querySelectorAll('.full')].map((name) => name.textContent);
        const wasShown = shown();
        const stopped = await graphic.stopAction({});
        const isShown = shown();
        await graphic.dispose({});
        return [names, wasShown, stopped.statusCode, isShown, graphic.shadowRoot.querySelector('.row')];`),
    );
    expect(told).toEqual([['Grace Hopper', 'Ada Lovelace'], true, 200, false, null]);
  });

  it('refuses data and actions that its manifest does not have, and keeps what it shows', async () => {
    const { page } = await open({});
    const told = await page.evaluate(
      withGraphic(`
        const nobody = await load({ people: [] });
        await load(ada);
        await graphic.playAction({});
        const text = await graphic.updateAction({ data: 'Ada' });
        const action = await graphic.customAction({ id: 'dance', payload: null });
        const name = graphic.shadowRoot.querySelector('.full').textContent;
        return [nobody.statusCode, text.statusCode, action.statusCode, name, shown()];`),
    );
    expect(told).toEqual([400, 400, 404, 'Ada Lovelace', true]);
  });
});
