import { HOLD_MS } from '../../server/protocol/codes.js';
import type { Act } from './acts.js';
import { alerts } from './alerts.js';
import { GUESTS, seat, show } from './people.js';

const BOOTH = { obs: 'there', hasOverlay: true, hasBanner: false } as const;

/** What a show is made of when all goes well. */
export const SHOW: readonly Act[] = [
  {
    ...BOOTH,
    name: 'looks',
    async play(stage, shoot) {
      const { hand } = stage;
      await shoot('four');
      await hand.call('RemoveScene', { sceneName: 'Demo' });
      await stage.page.getByText('Demo: not in OBS').waitFor();
      await shoot('a-hole');
      for (const sceneName of ['Two-shot', 'Screen and host', 'Hallway', 'Titles', 'Credits']) {
        await hand.call('CreateScene', { sceneName });
      }
      await stage.tile('Credits').waitFor();
      await shoot('nine');
      for (const sceneName of [
        'Extra',
        'The long name of a scene that somebody typed in a hurry',
        'مقابلة 🎤',
      ]) {
        await hand.call('CreateScene', { sceneName });
      }
      await stage.tile('مقابلة 🎤').waitFor();
      await shoot('twelve');
      await stage.tap(stage.button(/^Studio mode/));
      await stage.button(/^TAKE/).waitFor();
      await stage.tap(stage.tile('The long name of a scene that somebody typed in a hurry'));
      await stage.button(/^TAKE/).filter({ hasText: 'The long name' }).waitFor();
      await shoot('twelve-in-studio-mode');
    },
  },
  {
    ...BOOTH,
    name: 'program',
    async play(stage, shoot) {
      const { hand } = stage;
      for (const line of GUESTS) await stage.addGuest(line);
      await hand.call('SetCurrentSceneTransition', { transitionName: 'Fade' });
      await hand.call('SetCurrentSceneTransitionDuration', { transitionDuration: 9000 });
      await stage.tap(stage.tile('Close-up'));
      await stage.page.getByText('going to').first().waitFor();
      await shoot('going-to');
      await stage.page.getByText('going to').first().waitFor({ state: 'detached' });
      await hand.call('SetCurrentSceneTransitionDuration', { transitionDuration: 300 });
      await stage.tap(stage.button(/^Studio mode/));
      await stage.tap(stage.tile('Demo'));
      await stage.button(/^TAKE/).filter({ hasText: 'Demo' }).waitFor();
      await shoot('studio-mode');
      await hand.call('SetCurrentSceneTransitionDuration', { transitionDuration: 9000 });
      await stage.tap(stage.button(/^TAKE/));
      await stage.page.getByText('going to Demo').first().waitFor();
      await shoot('studio-mode-going-to');
      await stage.page.getByText('going to').first().waitFor({ state: 'detached' });
      await hand.call('SetCurrentSceneTransitionDuration', { transitionDuration: 300 });
      await hand.call('SetStudioModeEnabled', { studioModeEnabled: false });
      await stage.tap(stage.button(/^SAFE/));
      await stage.page.getByText('SAFE ON').waitFor();
      await shoot('safe');
    },
  },
  {
    ...BOOTH,
    name: 'names',
    async play(stage, shoot) {
      await shoot('nobody');
      for (const line of GUESTS.slice(0, 2)) await stage.addGuest(line);
      await shoot('two');
      await seat(stage, 'Ada Lovelace');
      await seat(stage, 'Tomé Açaí');
      await stage.tap(stage.button(/^SHOW BOTH/));
      await stage.page.getByText('HIDE BOTH').waitFor();
      await shoot('both-on');
      await stage.tap(stage.button(/^HIDE BOTH/));
      await stage.page.getByText('SHOW BOTH').waitFor();
      for (const line of GUESTS.slice(2)) await stage.addGuest(line);
      await shoot('many', () => show(stage, 'Tomé Açaí'));
      await stage.page
        .getByLabel('Add a guest: name, title, organisation')
        .fill('Grace Hopper, Rear admiral, US Navy');
      await shoot('quick-entry');
    },
  },
  {
    ...BOOTH,
    name: 'record',
    async play(stage, shoot) {
      const { simulator } = stage;
      await shoot('idle');
      simulator.faults.lie('StartRecord');
      await stage.tap(stage.button(/^Record/));
      await stage.page
        .getByText('REC starting')
        .or(stage.button(/^Start/))
        .first()
        .waitFor();
      await shoot('starting');
      simulator.faults.clear();
      await alerts(stage, 1);
      await shoot('not-started');
      await stage.tap(stage.button(/^Record/));
      await stage.page.getByText('REC 0:').waitFor();
      await shoot('recording');
      await shoot('held', async () => {
        await stage.lift();
        if (!simulator.booth.recording.isActive) await stage.tap(stage.button(/^Record/));
        await stage.press(stage.button(/^(Stop|Keep holding)\b/));
      });
      await stage.lift();
      await shoot('after-the-hold');
      simulator.faults.lie('StopRecord');
      if (simulator.booth.recording.isActive) await stage.hold(stage.button(/^Stop/), HOLD_MS.record);
      await shoot('stopping');
      simulator.faults.clear();
      if (simulator.booth.recording.isActive) await stage.hand.call('StopRecord');
      await stage.page.getByText('Record again').waitFor();
      await shoot('stopped');
    },
  },
  {
    ...BOOTH,
    name: 'outputs',
    async play(stage, shoot) {
      const { simulator, hand } = stage;
      await hand.call('StartRecord');
      // OBS would never end one that is paused sooner.
      await stage.page.getByText(/REC 0:00:(0[3-9]|1)/u).waitFor();
      await stage.tap(stage.button('Pause'));
      await stage.page.getByText('REC PAUSED').waitFor();
      await shoot('paused');
      await stage.tap(stage.button('Go on'));
      await hand.call('StartStream');
      await stage
        .button(/^Stream LIVE/)
        .or(stage.page.getByText('LIVE 0:'))
        .first()
        .waitFor();
      for (const line of GUESTS.slice(0, 3)) await stage.addGuest(line);
      await shoot('live-and-recording', () => show(stage, 'Ada Lovelace'));
      simulator.booth.streaming.congest(true);
      await stage.page
        .getByText(/drops \d/)
        .first()
        .waitFor();
      await shoot('dropping');
      simulator.booth.streaming.congest(false);
      simulator.booth.streaming.loseServer();
      await stage.page.getByText('RECONNECTING').first().waitFor();
      await shoot('reconnecting');
      simulator.booth.streaming.findServer();
      await stage.page.getByText('LIVE 0:').waitFor();
      await stage.tap(stage.button(/^Keep last/));
      await stage.button(/^Save last/).waitFor();
      await stage.tap(stage.button(/^Mark/));
      await shoot('marks-and-the-last-minute');
      await hand.call('StopStream');
    },
  },
  {
    ...BOOTH,
    name: 'sound',
    async play(stage, shoot) {
      const { hand } = stage;
      await hand.call('SetInputMute', { inputName: 'Guest mic', inputMuted: true });
      await hand.call('SetInputVolume', { inputName: 'Host mic', inputVolumeMul: 20 });
      await stage.page.getByText('SPEAKING').waitFor();
      await stage.page.getByText('CLIP').first().waitFor();
      await shoot('speaking-while-muted-and-clip');
      await hand.call('SetCurrentProgramScene', { sceneName: 'Holding' });
      await stage.page.getByText('not in shot').first().waitFor();
      await shoot('not-in-shot');
    },
  },
];
