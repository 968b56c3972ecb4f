import { EventSubscription, type OBSEventTypes } from 'obs-websocket-js/json';
import { z } from 'zod';
import { metersIn, type Meter } from './meters.js';

/** A scene or an input as OBS names it; `uuid` from obs-websocket 5.4 on. */
export interface ObsSource {
  name: string;
  uuid: string | null;
}
export type ObsScene = ObsSource;

const RECORD_EVENTS = ['starting', 'started', 'stopping', 'stopped', 'paused', 'resumed'] as const;
export type RecordEvent = (typeof RECORD_EVENTS)[number];
const REPLAY_EVENTS = ['starting', 'started', 'stopping', 'stopped'] as const;
export type ReplayEvent = (typeof REPLAY_EVENTS)[number];

const STREAM_EVENTS = ['starting', 'started', 'stopping', 'stopped', 'reconnecting', 'reconnected'] as const;
export type StreamEvent = (typeof STREAM_EVENTS)[number];

/** What an event of OBS means to us. Events overtake each other within 50 ms: most only say what to read again. */
export type News =
  | { about: 'scenes' }
  | { about: 'rename'; from: string; to: string }
  | { about: 'input-rename'; from: string; to: string }
  /** One came. */
  | { about: 'input-created'; input: ObsSource }
  /** One is to go: it may be listed until OBS has freed it. */
  | { about: 'input-removed'; input: ObsSource }
  /** One was muted, opened or faded. */
  | { about: 'sound'; input: ObsSource }
  /** Twenty times a second. */
  | { about: 'meters'; meters: readonly Meter[] }
  /** Comes at the end of a transition. */
  | { about: 'program'; scene: ObsScene }
  | { about: 'transition'; name: string }
  /** Sound included; an interrupted one may never say it. */
  | { about: 'transition-ended' }
  /** Another transition is chosen, or another length. */
  | { about: 'choice' }
  | { about: 'studio' }
  | { about: 'preview' }
  /** Items of a scene came, went, or were hidden or shown. */
  | { about: 'items' }
  /** An input came on program or left it. */
  | { about: 'active' }
  | { about: 'record'; event: RecordEvent; path: string | null }
  | { about: 'record-file'; path: string }
  | { about: 'stream'; event: StreamEvent }
  | { about: 'replay'; event: ReplayEvent }
  | { about: 'replay-saved'; path: string }
  | { about: 'virtual-camera'; isOn: boolean }
  /** Names the old one. */
  | { about: 'changing'; what: 'collection' | 'profile'; name: string }
  /** Names the new one. */
  | { about: 'changed'; what: 'collection' | 'profile'; name: string }
  | { about: 'exit' };

type Parser = (data: unknown) => News | null;

const sceneEvent = z.object({ sceneName: z.string(), sceneUuid: z.string().optional() });
const renameEvent = z.object({ oldSceneName: z.string(), sceneName: z.string() });
const inputRenameEvent = z.object({ oldInputName: z.string(), inputName: z.string() });
const inputEvent = z.object({ inputName: z.string(), inputUuid: z.string().optional() });
const transitionEvent = z.object({ transitionName: z.string() });
const recordEvent = z.object({ outputState: z.string(), outputPath: z.string().nullish() });
const outputEvent = z.object({ outputState: z.string() });
const savedEvent = z.object({ savedReplayPath: z.string() });
const virtualCameraEvent = z.object({ outputActive: z.boolean() });
const fileEvent = z.object({ newOutputPath: z.string() });
const collectionEvent = z.object({ sceneCollectionName: z.string() });
const profileEvent = z.object({ profileName: z.string() });

const scenes: Parser = () => ({ about: 'scenes' });
const input =
  (about: 'input-created' | 'input-removed' | 'sound'): Parser =>
  (data) => {
    const { inputName, inputUuid } = inputEvent.parse(data);
    return { about, input: { name: inputName, uuid: inputUuid ?? null } };
  };
const items: Parser = () => ({ about: 'items' });
const choice: Parser = () => ({ about: 'choice' });

const EVENTS = {
  SceneListChanged: scenes,
  SceneCreated: scenes,
  SceneRemoved: scenes,
  SceneNameChanged: (data) => {
    const { oldSceneName, sceneName } = renameEvent.parse(data);
    return { about: 'rename', from: oldSceneName, to: sceneName };
  },
  InputNameChanged: (data) => {
    const { oldInputName, inputName } = inputRenameEvent.parse(data);
    return { about: 'input-rename', from: oldInputName, to: inputName };
  },
  InputCreated: input('input-created'),
  InputRemoved: input('input-removed'),
  InputMuteStateChanged: input('sound'),
  InputVolumeChanged: input('sound'),
  InputVolumeMeters: (data) => ({ about: 'meters', meters: metersIn(data) }),
  CurrentProgramSceneChanged: (data) => {
    const { sceneName, sceneUuid } = sceneEvent.parse(data);
    return { about: 'program', scene: { name: sceneName, uuid: sceneUuid ?? null } };
  },
  SceneTransitionStarted: (data) => ({
    about: 'transition',
    name: transitionEvent.parse(data).transitionName,
  }),
  SceneTransitionEnded: () => ({ about: 'transition-ended' }),
  CurrentSceneTransitionChanged: choice,
  CurrentSceneTransitionDurationChanged: choice,
  StudioModeStateChanged: () => ({ about: 'studio' }),
  CurrentPreviewSceneChanged: () => ({ about: 'preview' }),
  SceneItemCreated: items,
  SceneItemRemoved: items,
  SceneItemEnableStateChanged: items,
  InputActiveStateChanged: () => ({ about: 'active' }),
  RecordStateChanged: (data) => {
    const { outputState, outputPath } = recordEvent.parse(data);
    const event = RECORD_EVENTS.find((it) => outputState === stateOf(it));
    return event === undefined ? null : { about: 'record', event, path: outputPath ?? null };
  },
  StreamStateChanged: (data) => {
    const { outputState } = outputEvent.parse(data);
    const event = STREAM_EVENTS.find((it) => outputState === stateOf(it));
    return event === undefined ? null : { about: 'stream', event };
  },
  RecordFileChanged: (data) => ({ about: 'record-file', path: fileEvent.parse(data).newOutputPath }),
  ReplayBufferStateChanged: (data) => {
    const { outputState } = outputEvent.parse(data);
    const event = REPLAY_EVENTS.find((it) => outputState === stateOf(it));
    return event === undefined ? null : { about: 'replay', event };
  },
  ReplayBufferSaved: (data) => ({ about: 'replay-saved', path: savedEvent.parse(data).savedReplayPath }),
  VirtualcamStateChanged: (data) => ({
    about: 'virtual-camera',
    isOn: virtualCameraEvent.parse(data).outputActive,
  }),
  CurrentSceneCollectionChanging: (data) => ({
    about: 'changing',
    what: 'collection',
    name: collectionEvent.parse(data).sceneCollectionName,
  }),
  CurrentSceneCollectionChanged: (data) => ({
    about: 'changed',
    what: 'collection',
    name: collectionEvent.parse(data).sceneCollectionName,
  }),
  CurrentProfileChanging: (data) => ({
    about: 'changing',
    what: 'profile',
    name: profileEvent.parse(data).profileName,
  }),
  CurrentProfileChanged: (data) => ({
    about: 'changed',
    what: 'profile',
    name: profileEvent.parse(data).profileName,
  }),
  ExitStarted: () => ({ about: 'exit' }),
} satisfies Partial<Record<keyof OBSEventTypes, Parser>>;

export type EventName = keyof typeof EVENTS;

// Object.keys forgets that the keys of a constant are its own names.
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];

/** Exactly the categories of the events above: nothing else crosses the wire. */
export const SUBSCRIPTIONS =
  EventSubscription.General |
  EventSubscription.Config |
  EventSubscription.Scenes |
  EventSubscription.Inputs |
  EventSubscription.InputVolumeMeters |
  EventSubscription.InputActiveStateChanged |
  EventSubscription.Transitions |
  EventSubscription.SceneItems |
  EventSubscription.Ui |
  EventSubscription.Outputs;

/** Null: an event that means nothing to us. @throws ZodError when OBS said something that cannot be read. */
export function newsOf(name: EventName, data: unknown): News | null {
  const parser: Parser = EVENTS[name];
  return parser(data);
}

/** What an output's event calls that state. */
function stateOf(event: string): string {
  return `OBS_WEBSOCKET_OUTPUT_${event.toUpperCase()}`;
}
