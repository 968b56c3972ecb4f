import type { Act } from './acts.js';
import { alerts } from './alerts.js';
import { GUESTS, show } from './people.js';

const BOOTH = { obs: 'there', hasOverlay: true, hasBanner: false } as const;

/** What goes wrong on the floor. */
export const TROUBLES: readonly Act[] = [
  {
    ...BOOTH,
    name: 'first-start',
    obs: 'away',
    hasOverlay: false,
    async play(stage, shoot) {
      await stage.page.getByText('OBS was never reached').waitFor();
      await shoot('no-obs-no-overlay');
      await stage.simulator.start();
      await stage.tile('Wide').waitFor();
      await shoot('obs-came');
    },
  },
  {
    ...BOOTH,
    name: 'wrong-password',
    obs: 'other password',
    async play(stage, shoot) {
      await stage.page.getByText('OBS refused the password').waitFor();
      await shoot('refused');
    },
  },
  {
    ...BOOTH,
    name: 'obs',
    async play(stage, shoot) {
      const { simulator } = stage;
      for (const line of GUESTS.slice(0, 3)) await stage.addGuest(line);
      simulator.booth.diskFreeMib = 100;
      await stage.hand.call('StartRecord');
      await stage.hand.call('StartStream');
      await stage.page.getByText('LIVE 0:').waitFor();
      await stage.page.getByText('min left').waitFor();
      await stage.page.getByText(/REC 0:00:(0[3-9]|1)/u).waitFor();
      await stage.tap(stage.button('Pause'));
      await stage.page.getByText('REC PAUSED').waitFor();
      await show(stage, 'Ada Lovelace');
      await shoot('all-chips-at-once');
      simulator.faults.hang();
      await stage.page.getByText('not responding').waitFor();
      await shoot('hung');
      simulator.faults.resume();
      await stage.tile('Wide').waitFor();
      await stage.page.getByText('connected', { exact: true }).first().waitFor();
      await simulator.crash();
      await stage.page.getByText('gone', { exact: true }).waitFor();
      await shoot('gone');
      await simulator.start();
      await stage.page.getByRole('region', { name: 'RESUME?' }).waitFor();
      await shoot('resume');
      simulator.faults.refuse('SetCurrentProgramScene', 702, 'A fault');
      await stage.tap(stage.button('Leave it'));
      await stage.tap(stage.tile('Demo'));
      await stage.page.getByText('NOT DONE').waitFor();
      await shoot('refused');
    },
  },
  {
    ...BOOTH,
    name: 'alerts',
    async play(stage, shoot) {
      const { hand, simulator } = stage;
      for (const line of GUESTS.slice(0, 2)) await stage.addGuest(line);
      await stage.tap(stage.button(/^Mode/));
      await stage.tap(stage.page.getByRole('dialog').getByRole('button', { name: /^Show/ }));
      await stage.closeSheet();
      await hand.call('StartStream');
      await alerts(stage, 1);
      await shoot('one');
      simulator.faults.lie('StartRecord');
      await stage.tap(stage.button(/^Record/));
      await alerts(stage, 2);
      await shoot('two');
      simulator.faults.lie('SetInputMute');
      await stage.tap(
        stage.page.getByRole('region', { name: 'Sound' }).getByRole('button', { name: /OPEN/ }).first(),
      );
      await alerts(stage, 3);
      await shoot('three');
      simulator.faults.lie('SetCurrentProgramScene');
      await stage.tap(stage.tile('Demo'));
      await stage.rest(600);
      await shoot('a-cut-that-does-not-come');
    },
  },
  {
    ...BOOTH,
    name: 'server',
    async play(stage, shoot) {
      const { hand } = stage;
      for (const line of GUESTS.slice(0, 4)) await stage.addGuest(line);
      await hand.call('StartRecord');
      await stage.page.getByText('REC 0:').waitFor();
      await show(stage, 'Ada Lovelace');
      await stage.server.kill();
      await stage.page.getByText('NO CONNECTION').first().waitFor();
      await stage.tap(stage.button(/^Mark/));
      await stage.tap(stage.button(/^Mark/));
      await shoot('lost');
      await stage.server.start();
      await stage.page.getByText('NO CONNECTION').first().waitFor({ state: 'detached' });
      await shoot('back');
    },
  },
  { ...BOOTH, name: 'simulator', hasBanner: true, play: (_stage, shoot) => shoot('banner') },
];
