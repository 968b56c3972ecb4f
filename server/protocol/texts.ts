/**
 * The one catalogue of texts: pages word refusals and alerts from it, the server takes its English `message` for API
 * users from it. Each refusal says what failed, what that means on the floor, and what to do.
 */
import type { AlertCode, Params } from './slices.js';
import type { RefusalCode } from './codes.js';

type Wording = (params: Params) => string;

const REFUSED: Record<RefusalCode, Wording> = {
  invalid: (p) =>
    `That was not understood (${p['reason'] ?? 'malformed'}). Nothing changed. Correct it and send it again.`,
  'unknown-command': (p) => `There is no command “${p['command'] ?? ''}”. Nothing changed. Reload the page.`,
  forbidden: () => 'This device may not do that. Nothing changed. Ask the producer.',
  'too-fast': () => 'Too many taps at once. This one was dropped. Wait a second and tap again.',
  stale: (p) =>
    `The tap arrived ${seconds(p['lateMs'])} late and was dropped. Nothing changed. Look at program, then tap again.`,
  ahead: () => 'This device’s clock was off. Nothing changed. It is being measured again: tap once more.',
  'other-boot': () =>
    'The server restarted after this tap was made. Nothing changed. Look at program, then tap again.',
  changed: () => 'It changed while you tapped. Nothing was done. Look again, then tap what you see now.',
  superseded: () => 'A newer tap took its place. This one was not sent.',
  'obs-away': () => 'OBS is not connected. Nothing was sent. Start OBS, or check its WebSocket server.',
  'obs-hung': () =>
    'OBS does not respond. Nothing was sent, program stays as it is. Look at the OBS computer.',
  'obs-timeout': () =>
    'OBS did not answer in time. It may still do it. Look at program before you tap again.',
  'obs-refused': (p) => `OBS refused: ${p['reason'] ?? 'no reason given'}. Nothing changed. Look at OBS.`,
  'scene-gone': () => 'That scene is no longer in OBS. Program stays as it is. Choose another.',
  'look-gone': () => 'That look is no longer there. Nothing changed. Choose another.',
  'look-in-use': () =>
    'That look has its scene in OBS, or may have. It was kept. Hide it, or remove the scene in OBS first.',
  'no-holding': () =>
    'No look is the Holding look. Program stays as it is. Cut by hand, then choose one under “Looks” in the menu (⋯).',
  'holding-gone': () =>
    'The scene of the Holding look is no longer in OBS. Program stays as it is. Cut to another look by hand.',
  'not-safe': () => 'Safe is over already. Program stays as it is. Cut to the look that you want.',
  'cut-unconfirmed': () =>
    'OBS took the cut and did not make it. The old shot may still be on. Look at program, then tap again.',
  'input-gone': () => 'That input is no longer in OBS. Nothing changed. Look for its mic or cable in OBS.',
  'mute-unconfirmed': (p) =>
    `OBS did not mute ${named(p, 'it')}. IT MAY STILL BE HEARD. Tap again, or pull the mic’s own switch.`,
  'open-unconfirmed': (p) =>
    `OBS did not open ${named(p, 'it')}. IT MAY NOT BE HEARD. Tap again, or open it in OBS.`,
  'studio-off': () =>
    'Studio mode is off: there is no preview. Nothing changed. Tap a look to cut, or switch studio mode on.',
  'in-transition': () =>
    'A transition is running, and studio mode does not break it off. Nothing was sent. Tap again when it is over; only SAFE comes at once.',
  'transition-gone': () => 'That transition is no longer in OBS. Program stays as it is. Choose another.',
  'fixed-transition': () =>
    'That transition has a length of its own. Nothing changed. Choose it without one.',
  'studio-unconfirmed': () =>
    'OBS did not switch studio mode. Taps do what they did before. Look at OBS, then tap again.',
  'preview-unconfirmed': () =>
    'OBS did not change the preview. Program stays as it is. Look at the preview before you take it.',
  'transition-unconfirmed': () =>
    'OBS did not choose that transition. The next take goes as before. Look at OBS, then choose again.',
  'already-recording': () => 'It is recording already. That recording goes on. Nothing to do.',
  'not-recording': () =>
    'Nothing is being recorded. There was nothing to stop. Start a recording if you need one.',
  'record-unconfirmed': () =>
    'OBS did not start recording. NOTHING IS RECORDED. Check disk space and the recording folder in OBS, then tap again.',
  'stop-unconfirmed': () =>
    'OBS did not confirm the stop. It may still be recording. Look at OBS, then hold to stop again.',
  'just-started': () =>
    'The recording has only just begun: OBS may never end one that is paused now. It goes on. Tap again in two seconds.',
  'already-paused': () => 'The recording is paused already. Nothing changed. Go on when you are ready.',
  'not-paused': () => 'The recording is not paused. It goes on. Nothing to do.',
  'pause-unconfirmed': () =>
    'OBS did not pause. IT MAY GO ON RECORDING. Where its quality is “same as stream”, OBS cannot pause.',
  'unpause-unconfirmed': () =>
    'OBS did not go on. IT MAY STILL BE PAUSED. Tap again, or stop and start a new take.',
  'already-streaming': () => 'It is live already, or about to be. That stream goes on. Nothing to do.',
  'not-streaming': () => 'It is not live. There was nothing to stop. Hold to go live if you want to.',
  'in-rehearsal': () =>
    'The show is in rehearsal, and a rehearsal is not streamed. NOT LIVE. Change the mode to show, then hold again.',
  'stream-unconfirmed': () =>
    'OBS did not go live. NOBODY SEES YOU. Check the stream server and key in OBS, and the network, then hold again.',
  'stream-stop-unconfirmed': () =>
    'OBS has not ended the stream. YOU MAY STILL BE LIVE. Hold again: OBS then ends it without sending the rest.',
  'stream-runs': () =>
    'It is live, and a rehearsal is not. The mode was kept, the stream goes on. Stop the stream first.',
  'nothing-to-resume': () =>
    'Nothing waits to come back: it runs again, or somebody left it. Nothing changed. Look at REC and LIVE.',
  'resumed-in-part': (p) =>
    `Not all of it came back. ${p['why'] ?? 'OBS refused a part of it.'} The rest was started: look at REC, LIVE and program.`,
  'record-paused': () =>
    'The recording is paused. Nothing was done to its file. Go on with it first, then tap again.',
  'split-unconfirmed': () =>
    'OBS did not begin another file. The recording goes on in the old one. In OBS, switch on Automatic File Splitting, by hand.',
  'cannot-split': () =>
    'This OBS cannot split a recording while it runs; 30.2 and newer can. The recording goes on. Set a mark instead.',
  'cannot-chapter': () =>
    'This OBS cannot put chapters into a recording; 30.2 and newer can. The recording goes on. Set a mark instead.',
  'replay-absent': () =>
    'OBS has no replay buffer. Nothing of the last minute is kept. In OBS: Settings, Output, Replay Buffer, Enable.',
  'replay-off': () =>
    'The last minute was not being kept. There is nothing to save. Start keeping it, for the next time.',
  'replay-on': () => 'The last minute is being kept already. Nothing changed. Nothing to do.',
  'replay-unconfirmed': () =>
    'OBS did not confirm it. The last minute may or may not be kept. Look at the button, then tap again.',
  'replay-not-saved': () =>
    'OBS did not save the last minute. There may be no file. Look into the recording folder, then tap again soon.',
  'replay-saving': () =>
    'The last minute is being saved already. It becomes one file. Wait until it is there, then save the next.',
  'camera-absent': () =>
    'This OBS has no virtual camera. Nothing changed. Install it on the OBS computer, then restart OBS.',
  'camera-unconfirmed': () =>
    'OBS did not switch the virtual camera. It is as it was. Look at OBS: another program may hold it.',
  'no-renderer': () =>
    'No overlay is alive, so nobody would see it. Nothing was shown. Refresh the overlay source in OBS.',
  'graphic-failed': () =>
    'The graphic could not be drawn. It is not on air. Check the text, then show it again.',
  'show-unconfirmed': () =>
    'The overlay did not show it in time. It is not on air. Check the overlay source, then show it again.',
  'hide-unconfirmed': () =>
    'The overlay did not confirm. The name may still be on air. Look at program; refresh the overlay source.',
  'not-on-air': () => 'It is off air already. Nothing changed.',
  'guest-gone': () => 'That guest is no longer in the list. Nothing was shown. Add the guest again.',
  'guest-on-air': () => 'This guest’s name is on air. The guest was kept. Hide the name first.',
  'device-gone': () =>
    'This device is not paired any more, so nothing was done to it. Look at the list of devices again.',
  'last-producer': () =>
    'This is the last producer: without it nobody could add or revoke devices from the panel. Pair another producer first.',
  'code-wrong': () =>
    'This code is not good, or not any more: it lasts ten minutes and for one device. Ask for a new one, on a paired producer’s panel or where the server was started.',
  'too-many-tries': () =>
    'Too many wrong codes were tried. Wait a minute, then try again, or scan the code instead of typing it.',
  'not-saved': () =>
    'The server’s disk refused the change. Nothing was changed. Free space on the server’s disk, or bring it back.',
  internal: () =>
    'Something went wrong in the server. It may not have been done. Look at program, then tap again.',
  'not-connected': () => 'This page has no connection. Nothing was sent, and nothing will be sent later.',
  'no-reply': () =>
    'The server did not answer in time. It may have been done. Look at program before you tap again.',
};

const ALERTS: Record<AlertCode, Wording> = {
  'renderer-lost': () =>
    'The overlay stopped answering. Names may be missing or stuck on air. Refresh the overlay source in OBS.',
  'outputs-interrupted': (p) =>
    `It is ${lost(p)} any more: OBS or this server went away in the middle of it. Hold Resume to bring it back, or leave it. Check that the old file is whole.`,
  'stream-lost': () =>
    'The stream was lost, and OBS has given up. It is NOT LIVE any more. Check the network, then hold Resume, or leave it.',
  'stream-reconnecting': () =>
    'The stream lost its server, and OBS dials again. The audience sees a still picture or none. A recording goes on. Check the network.',
  'stream-not-recorded': () =>
    'It is live and NOT RECORDED. What is streamed now is not kept here. Tap Record.',
  'live-in-rehearsal': () =>
    'It is LIVE, and the show is in rehearsal: somebody started the stream in OBS. The audience sees the rehearsal. Stop the stream, or change the mode.',
  'recording-lost': (p) =>
    `It is ${lost(p)} any more: OBS ended it without a word, as when the program that writes the file dies. Hold Resume to go on in a new file, or leave it. Check that the old file is whole.`,
  'recording-disk-full': () =>
    'OBS ended the recording: its disk is full. NOTHING IS RECORDED. The file is whole up to here. Free space on the disk of the OBS computer, then record again.',
  'takes-missing': (p) =>
    `${p['count'] === 1 ? 'The file of a take is' : `Files of ${p['count'] ?? 'some'} takes are`} not where OBS wrote. Unless somebody moved them, they may be lost. Look into the recording folder of the OBS computer.`,
  'file-not-growing': () =>
    'OBS says that it records, and the file does not grow. WHAT IS SAID NOW MAY BE LOST. Stop and record again; look at the disk of the OBS computer.',
  'mic-came-open': (p) =>
    `${named(p, 'A mic')} came back open in OBS, though a hand had muted it. It is being muted again. Look at its strip; open it if it should be heard.`,
  'set-aside': (p) =>
    `${p['count'] === 1 ? 'A saved entry' : `${p['count'] ?? 'Some'} saved entries`} could not be read, ${when(p['at'])}, and were set aside. The rest is complete. Check names before the show.`,
  'show-file-lost': (p) =>
    `The show file was ${p['aside'] === null ? 'gone' : 'damaged'}, ${when(p['at'])}. ${
      p['backupAt'] === null
        ? 'No backup: this is a NEW show.'
        : `The backup of ${when(p['backupAt'])} took its place: what came later is missing. Check names and looks.`
    }${p['aside'] === null ? '' : ` The old file is kept: ${p['aside']}.`}`,
  'show-file-gone': () =>
    'The show file is gone: unplugged, removed or replaced. What is on air is right, but would be LOST IN A RESTART. Bring the disk back; do not restart the server.',
  'show-file-rewritten': (p) =>
    `The show file was taken away under the running server, ${when(p['at'])}, and written anew. Nothing of the show is missing.${
      p['aside'] === null ? '' : ` What lay in its place is kept: ${p['aside']}.`
    } Look who moves files in its folder.`,
  'memory-only': () =>
    'The disk refuses changes. What is on air is right, but would be lost in a restart. Free space on the server’s disk.',
};

/** Wording of a refusal or an alert. */
export function wordingOf(code: RefusalCode | AlertCode, params: Params): string {
  return { ...REFUSED, ...ALERTS }[code](params);
}

function lost(params: Params): string {
  if (params['record'] && params['stream']) return 'NOT RECORDING and NOT LIVE';
  return params['stream'] ? 'NOT LIVE' : 'NOT RECORDING';
}

/** What it is about, where that is said. */
function named(params: Params, else_: string): string {
  return typeof params['name'] === 'string' ? `“${params['name']}”` : else_;
}

/** A moment of some day, by the clock of whoever reads it: `25 Nov, 14:03`. */
export function dayAndTime(at: number): string {
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Date(at).toLocaleString('en-GB', options);
}

function when(at: Params[string] | undefined): string {
  return typeof at === 'number' ? dayAndTime(at) : 'some day';
}

function seconds(ms: Params[string] | undefined): string {
  return typeof ms === 'number' && ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : 'too';
}
