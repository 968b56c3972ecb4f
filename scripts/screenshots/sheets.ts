import type { Act } from './acts.js';
import { GUESTS, show } from './people.js';

const BOOTH = { obs: 'there', hasOverlay: true, hasBanner: false } as const;

/** What lies over the console. */
export const SHEETS: readonly Act[] = [
  {
    ...BOOTH,
    name: 'sheets',
    async play(stage, shoot) {
      const dialog = stage.page.getByRole('dialog');
      const sheet = async (row: RegExp, name: string) => {
        await stage.openSheet(row);
        await stage.rest(300);
        await shoot(name);
        await stage.closeSheet();
      };
      await stage.tap(stage.button('Menu'));
      await shoot('menu');
      await stage.closeSheet();
      await sheet(/^Looks/, 'looks');
      await stage.openSheet(/^Looks/);
      await stage.tap(dialog.getByRole('button', { name: /^Wide/ }));
      await shoot('looks-edit');
      await stage.closeSheet();
      await sheet(/^Sound/, 'sound');
      await sheet(/^Outputs/, 'outputs-idle');
      await sheet(/^Takes/, 'takes-none');
      await sheet(/^Log/, 'log-empty');
      await sheet(/^Devices/, 'devices');
      await stage.openSheet(/^Devices/);
      await stage.tap(dialog.getByRole('button', { name: 'Add a device' }));
      await shoot('devices-add');
      await stage.tap(dialog.getByRole('button', { name: /^Host/ }));
      await dialog.getByRole('img').waitFor();
      await shoot('devices-code');
      await stage.closeSheet();
      await sheet(/^Keys/, 'keys');
      await stage.openSheet(/^Keys/);
      await stage.tap(dialog.getByRole('button', { name: /Mark this moment/ }).first());
      await shoot('keys-press');
      await stage.page.keyboard.press('KeyR');
      await stage.rest(200);
      await shoot('keys-conflict');
      await stage.page.keyboard.press('Escape');
      await stage.page.keyboard.press('Escape');
      await stage.page.reload();
      await stage.tile('Wide').waitFor();
      await stage.tap(stage.button(/^Transition/));
      await shoot('transition');
      await stage.closeSheet();
      for (const line of GUESTS.slice(0, 3)) await stage.addGuest(line);
      await stage.tap(stage.button('+ Guest'));
      await shoot('guest-new');
      await stage.closeSheet();
      await show(stage, 'Ada Lovelace');
      await stage.tap(stage.button('Edit Ada Lovelace'));
      await stage.page.getByLabel('Name, as it goes on air').fill('Ada King');
      await shoot('guest-on-air');
      await stage.closeSheet();
    },
  },
  {
    ...BOOTH,
    name: 'running',
    async play(stage, shoot) {
      const { hand } = stage;
      await stage.tap(stage.button(/^Stream/));
      await shoot('stream-offline');
      await stage.closeSheet();
      await hand.call('StartRecord');
      await stage.page.getByText('REC 0:').waitFor();
      await hand.call('StartStream');
      await stage.page.getByText('LIVE 0:').waitFor();
      await stage.tap(stage.button(/^Stream/));
      await stage.rest(1500);
      await shoot('stream-live');
      await stage.closeSheet();
      await stage.openSheet(/^Outputs/);
      await stage.rest(2500);
      await shoot('outputs');
      await stage.closeSheet();
      await hand.call('StopRecord');
      await stage.page.getByText('Record again').waitFor();
      await hand.call('StartRecord');
      await stage.page.getByText('REC 0:').waitFor();
      await stage.openSheet(/^Takes/);
      await stage.rest(300);
      await shoot('takes');
      await stage.closeSheet();
      await stage.simulator.crash();
      await stage.page.getByText('gone', { exact: true }).waitFor();
      await stage.openSheet(/^Log/);
      await stage.rest(300);
      await shoot('log');
    },
  },
];
