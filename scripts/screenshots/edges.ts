import type { Act } from './acts.js';
import { GUESTS } from './people.js';

const BOOTH = { obs: 'there', hasOverlay: true, hasBanner: false } as const;
const MICS = ['Lapel 1', 'Lapel 2', 'Handheld', 'Laptop sound'];

/** Modes, locks, many mics, an overlay that is only a browser window. */
export const EDGES: readonly Act[] = [
  {
    ...BOOTH,
    name: 'modes',
    hasOverlay: false,
    async play(stage, shoot) {
      await shoot('set-up-without-overlay');
      await stage.tap(stage.button(/^Mode/));
      await shoot('sheet');
      await stage.page
        .getByRole('dialog')
        .getByRole('button', { name: /^Rehearsal/ })
        .tap();
      await stage.closeSheet();
      await stage.button(/^Mode REHEARSAL/).waitFor();
      await shoot('rehearsal');
    },
  },
  {
    ...BOOTH,
    name: 'locks',
    async play(stage, shoot) {
      for (const line of GUESTS.slice(0, 3)) await stage.addGuest(line);
      await stage.openSheet(/^Edit lock/);
      await stage.closeSheet();
      await stage.tap(stage.button('Edit Ada Lovelace'));
      await shoot('edit-lock');
      await stage.closeSheet();
      await stage.tap(stage.button('Touch lock'));
      await shoot('touch-lock');
    },
  },
  {
    ...BOOTH,
    name: 'mics',
    async play(stage, shoot) {
      const settings = { is_local_file: false, input: 'sine=frequency=880', input_format: 'lavfi' };
      for (const inputName of MICS) {
        await stage.hand.call('CreateInput', {
          sceneName: 'Wide',
          inputName,
          inputKind: 'ffmpeg_source',
          inputSettings: settings,
        });
      }
      await stage.openSheet(/^Sound/);
      const sheet = stage.page.getByRole('dialog');
      await sheet.getByText('Laptop sound').first().waitFor();
      await shoot('faders');
      const off = sheet.getByRole('button', { name: /Not on the page/ });
      for (let left = await off.count(); left > 0; left -= 1) await stage.tap(off.first());
      await stage.closeSheet();
      await shoot('six');
    },
  },
];
