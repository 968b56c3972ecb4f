const GENERAL = 1 << 0;
const CONFIG = 1 << 1;
const SCENES = 1 << 2;
const INPUTS = 1 << 3;
const TRANSITIONS = 1 << 4;
const OUTPUTS = 1 << 6;
const SCENE_ITEMS = 1 << 7;
const UI = 1 << 10;

/** Twenty a second to those who ask for them by name. */
export const VOLUME_METERS = 1 << 16;

/** Said to those who ask for it by name. */
const INPUT_ACTIVE = 1 << 17;

/** What a client hears that asks for nothing in particular: all but the high-volume ones. */
export const ALL = (1 << 11) - 1;

/** Every event of the simulator with the subscription that lets it through (the protocol's "eventIntent"). */
export const EVENT_INTENTS = {
  ExitStarted: GENERAL,
  CustomEvent: GENERAL,
  CurrentSceneCollectionChanging: CONFIG,
  CurrentSceneCollectionChanged: CONFIG,
  SceneCollectionListChanged: CONFIG,
  CurrentProfileChanging: CONFIG,
  CurrentProfileChanged: CONFIG,
  ProfileListChanged: CONFIG,
  SceneCreated: SCENES,
  SceneRemoved: SCENES,
  SceneNameChanged: SCENES,
  SceneListChanged: SCENES,
  CurrentProgramSceneChanged: SCENES,
  CurrentPreviewSceneChanged: SCENES,
  InputCreated: INPUTS,
  InputRemoved: INPUTS,
  InputNameChanged: INPUTS,
  InputSettingsChanged: INPUTS,
  InputMuteStateChanged: INPUTS,
  InputVolumeChanged: INPUTS,
  InputVolumeMeters: VOLUME_METERS,
  InputActiveStateChanged: INPUT_ACTIVE,
  CurrentSceneTransitionChanged: TRANSITIONS,
  CurrentSceneTransitionDurationChanged: TRANSITIONS,
  SceneTransitionStarted: TRANSITIONS,
  SceneTransitionVideoEnded: TRANSITIONS,
  SceneTransitionEnded: TRANSITIONS,
  RecordStateChanged: OUTPUTS,
  RecordFileChanged: OUTPUTS,
  ReplayBufferStateChanged: OUTPUTS,
  ReplayBufferSaved: OUTPUTS,
  VirtualcamStateChanged: OUTPUTS,
  StreamStateChanged: OUTPUTS,
  SceneItemCreated: SCENE_ITEMS,
  SceneItemRemoved: SCENE_ITEMS,
  SceneItemEnableStateChanged: SCENE_ITEMS,
  StudioModeStateChanged: UI,
} as const;

export type EventType = keyof typeof EVENT_INTENTS;

/** Tells every client that subscribed. Data names things by name and by uuid; a dialect without uuids drops those. */
export type Emit = (type: EventType, data: Record<string, unknown>) => void;
