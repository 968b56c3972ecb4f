import type { Layer } from '../../server/protocol/codes.js';
import type { Instance, StrapPerson } from '../../server/protocol/slices.js';
import { randomUuid } from '../live/uuid.js';
import type { Panel } from './panel.js';

/** The layer that names are shown on. */
export const NAMES_LAYER: Layer = 'lower-third';
/** What `pending` calls it. */
export const NAMES_TARGET = `layer:${NAMES_LAYER}`;
export const SEATS_TARGET = 'seats';
const SAFE_TARGET = 'safe';
const RECORD_TARGET = 'record';
const PAUSE_TARGET = 'record-pause';
const FILE_TARGET = 'record-file';
const CHAPTER_TARGET = 'record-chapter';
const REPLAY_TARGET = 'replay';
const SAVE_TARGET = 'replay-save';
const CAMERA_TARGET = 'virtual-camera';
export const ALL_OFF_TARGET = 'all-off';

/** Each tap as one command. None changes anything on the panel: only the server's answer does. */
export function actionsOf({ commands, picture, autoOff }: Panel) {
  const instanceOf = (guestIds: string[]) => ({
    layer: NAMES_LAYER,
    instanceId: randomUuid(),
    content: { kind: 'guests' as const, guestIds },
    autoOffMs: autoOff.ms,
    cut: false,
  });
  return {
    cut: ({ lookId, sceneId }: { lookId: string; sceneId: string }) =>
      commands.send('program.cut', `scene:${sceneId}`, { lookId }, undefined),
    preview: ({ lookId, sceneId }: { lookId: string; sceneId: string }) =>
      commands.send('preview.set', `preview:${sceneId}`, { lookId }, undefined),
    /** What is on preview now, as this page shows it. */
    take: (sceneId: string, isStraight: boolean) =>
      commands.send('transition.take', 'take', { isStraight }, { sceneId }),
    studio: (isOn: boolean) => commands.send('studio.set', 'studio', { isOn }, undefined),
    /** Null: it keeps the length that it has. */
    transition: (name: string, durationMs: number | null) =>
      commands.send('transition.set', 'transition', { name, durationMs }, undefined),
    /** In this order, from the left. */
    show: (guestIds: readonly string[]) =>
      commands.send('graphic.show', NAMES_TARGET, instanceOf([...guestIds]), undefined),
    safe: () => commands.send('show.safe', SAFE_TARGET, {}, undefined),
    back: (sceneId: string) => commands.send('show.back', SAFE_TARGET, {}, { sceneId }),
    isSafeBusy: () => {
      const pending = picture.isConnected ? (picture.state.pending ?? []) : [];
      const isAsked = pending.some(({ name }) => name === 'show.safe' || name === 'show.back');
      return isAsked || commands.isBusy(SAFE_TARGET);
    },
    showArmed: ({ instanceId, guestIds, autoOffMs, cut }: Instance) => {
      const content = { kind: 'guests' as const, guestIds };
      const params = { layer: NAMES_LAYER, instanceId, content, autoOffMs, cut };
      return commands.send('graphic.show', NAMES_TARGET, params, undefined);
    },
    hide: (instanceId: string) =>
      commands.send('graphic.hide', NAMES_TARGET, { layer: NAMES_LAYER }, { instanceId }),
    arm: (guestId: string) => {
      const { layer, ...next } = instanceOf([guestId]);
      return commands.send('graphic.arm', `arm:${guestId}`, { layer, next }, undefined);
    },
    disarm: (guestId: string) =>
      commands.send('graphic.arm', `arm:${guestId}`, { layer: NAMES_LAYER, next: null }, undefined),
    /** What is on air as the list has it now, in its place and without coming in again. */
    correct: ({ instanceId, guestIds }: Instance) => {
      const params = { layer: NAMES_LAYER, content: { kind: 'guests' as const, guestIds } };
      return commands.send('graphic.update', NAMES_TARGET, params, { instanceId });
    },
    addGuest: (guestId: string, person: StrapPerson) =>
      commands.send('guest.add', `guest:${guestId}`, { guestId, ...person, part: 'guest' }, undefined),
    seat: (guestIds: string[]) => commands.send('seats.set', SEATS_TARGET, { guestIds }, undefined),
    allOff: () => commands.send('graphic.clearAll', ALL_OFF_TARGET, {}, undefined),
    mute: (inputId: string, isMuted: boolean) =>
      commands.send('sound.mute', muteTarget(inputId), { inputId, isMuted }, undefined),
    fader: (inputId: string, db: number, isFinal: boolean) =>
      commands.send('sound.fader', `fader:${inputId}`, { inputId, db, isFinal }, undefined),
    showStrip: (inputId: string, isShown: boolean) =>
      commands.send('strip.show', `strip:${inputId}`, { inputId, isShown }, undefined),
    moveStrip: (inputId: string, place: number) =>
      commands.send('strip.move', `strip:${inputId}`, { inputId, place }, undefined),
    isMuteBusy: (inputId: string) => commands.isBusy(muteTarget(inputId)),
    startRecord: () => commands.send('record.start', RECORD_TARGET, {}, undefined),
    stopRecord: (takeId: string) => commands.send('record.stop', RECORD_TARGET, {}, { takeId }),
    pauseRecord: (takeId: string) => commands.send('record.pause', PAUSE_TARGET, {}, { takeId }),
    resumeRecord: (takeId: string) => commands.send('record.resume', PAUSE_TARGET, {}, { takeId }),
    splitRecord: (takeId: string) => commands.send('record.split', FILE_TARGET, {}, { takeId }),
    addChapter: (takeId: string, name: string) =>
      commands.send('record.chapter', CHAPTER_TARGET, { name }, { takeId }),
    isSplitBusy: () => commands.isBusy(FILE_TARGET),
    isChapterBusy: () => commands.isBusy(CHAPTER_TARGET),
    startReplay: () => commands.send('replay.start', REPLAY_TARGET, {}, undefined),
    stopReplay: () => commands.send('replay.stop', REPLAY_TARGET, {}, undefined),
    saveReplay: () => commands.send('replay.save', SAVE_TARGET, {}, undefined),
    isReplayBusy: () => commands.isBusy(REPLAY_TARGET),
    isSaveBusy: () => commands.isBusy(SAVE_TARGET),
    setCamera: (isOn: boolean) => commands.send('virtualCamera.set', CAMERA_TARGET, { isOn }, undefined),
    isCameraBusy: () => commands.isBusy(CAMERA_TARGET),
    isPauseBusy: () => commands.isBusy(PAUSE_TARGET),
    isRecordBusy: () => commands.isBusy(RECORD_TARGET) || picture.state.record?.state === 'stopping',
  };
}

/** What `pending` calls it. */
const muteTarget = (inputId: string) => `mute:${inputId}`;
