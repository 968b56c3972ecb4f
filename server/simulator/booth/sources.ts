import { randomUUID } from 'node:crypto';

/** A thing that makes picture or sound. */
export interface Input {
  readonly type: 'input';
  readonly uuid: string;
  name: string;
  /** With version, as `color_source_v3`. */
  readonly kind: string;
  settings: Record<string, unknown>;
  isMuted: boolean;
  /** Linear; 1 is 0 dB. */
  volume: number;
}

export interface SceneItem {
  readonly id: number;
  readonly source: Input | Scene;
  isEnabled: boolean;
}

export interface Scene {
  readonly type: 'scene';
  readonly uuid: string;
  name: string;
  /** From back to front. */
  readonly items: SceneItem[];
  /** Ids are never given twice within a scene. */
  nextItemId: number;
}

export type Source = Input | Scene;

/** An input as it is when somebody adds one. */
export function newInput(name: string, kind: string, settings: Record<string, unknown>): Input {
  return { type: 'input', uuid: randomUUID(), name, kind, settings, isMuted: false, volume: 1 };
}

/** A scene that shows the sources from back to front. */
export function newScene(name: string, sources: readonly Source[]): Scene {
  const scene: Scene = { type: 'scene', uuid: randomUUID(), name, items: [], nextItemId: 1 };
  for (const source of sources) addItem(scene, source, true);
  return scene;
}

/** Puts a source in front of everything else in the scene. */
export function addItem(scene: Scene, source: Source, isEnabled: boolean): SceneItem {
  const item = { id: scene.nextItemId++, source, isEnabled };
  scene.items.push(item);
  return item;
}

/** Every source that shows when the scene does, nested scenes included. */
export function shownBy(scene: Scene): Set<Source> {
  const shown = new Set<Source>([scene]);
  for (const item of scene.items) {
    if (!item.isEnabled) continue;
    shown.add(item.source);
    if (item.source.type === 'scene') shownBy(item.source).forEach((source) => shown.add(source));
  }
  return shown;
}
