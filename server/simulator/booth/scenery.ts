import type { Emit } from '../wire/subscriptions.js';
import type { Collection } from './furnishing.js';
import { KINDS, unversioned } from './kinds.js';
import {
  addItem,
  newInput,
  newScene,
  type Input,
  type Scene,
  type SceneItem,
  type Source,
} from './sources.js';

/** The scenes and inputs of the loaded collection, and what can be done to them. */
export class Scenery {
  /** Null while a collection is being loaded: then nothing is there. */
  constructor(
    private collection: Collection | null,
    private readonly emit: Emit,
  ) {}

  /** As the list on OBS's screen reads, top first. */
  get scenes(): readonly Scene[] {
    return this.collection?.scenes ?? [];
  }

  get inputs(): readonly Input[] {
    return this.collection?.inputs ?? [];
  }

  byName(name: string): Source | null {
    return [...this.scenes, ...this.inputs].find((source) => source.name === name) ?? null;
  }

  byUuid(uuid: string): Source | null {
    return [...this.scenes, ...this.inputs].find((source) => source.uuid === uuid) ?? null;
  }

  /** Everything goes; said source by source, as OBS does before it loads another collection. */
  unload(): void {
    const { scenes, inputs } = this;
    this.collection = null;
    for (const input of inputs) this.emit('InputRemoved', namedInput(input));
    for (const scene of scenes) this.emit('SceneRemoved', { ...namedScene(scene), isGroup: false });
  }

  load(collection: Collection): void {
    this.collection = collection;
    for (const scene of this.scenes) this.emit('SceneCreated', { ...namedScene(scene), isGroup: false });
  }

  createScene(name: string): Scene {
    const scene = newScene(name, []);
    this.collection?.scenes.push(scene);
    this.emit('SceneCreated', { ...namedScene(scene), isGroup: false });
    this.#tellScenes();
    return scene;
  }

  /** Inputs that no scene holds any more go with it. */
  removeScene(scene: Scene): void {
    drop(this.collection?.scenes, scene);
    this.emit('SceneRemoved', { ...namedScene(scene), isGroup: false });
    this.#tellScenes();
    this.#removeOrphans();
  }

  renameScene(scene: Scene, name: string): void {
    const oldSceneName = scene.name;
    scene.name = name;
    this.emit('SceneNameChanged', { oldSceneName, ...namedScene(scene) });
  }

  createInput(name: string, kind: string, settings: Record<string, unknown>): Input {
    const input = newInput(name, kind, settings);
    this.collection?.inputs.push(input);
    this.emit('InputCreated', {
      ...namedInput(input),
      inputKind: kind,
      unversionedInputKind: unversioned(kind),
      inputSettings: settings,
      defaultInputSettings: KINDS[kind]?.defaults ?? {},
    });
    return input;
  }

  removeInput(input: Input): void {
    for (const scene of this.scenes) {
      for (const item of [...scene.items]) if (item.source === input) drop(scene.items, item);
    }
    drop(this.collection?.inputs, input);
    this.emit('InputRemoved', namedInput(input));
  }

  renameInput(input: Input, name: string): void {
    const oldInputName = input.name;
    input.name = name;
    this.emit('InputNameChanged', { oldInputName, ...namedInput(input) });
  }

  addItem(scene: Scene, source: Source, isEnabled: boolean): SceneItem {
    const item = addItem(scene, source, isEnabled);
    this.emit('SceneItemCreated', {
      ...namedItem(scene, item),
      sourceName: source.name,
      sourceUuid: source.uuid,
      sceneItemIndex: scene.items.indexOf(item),
    });
    return item;
  }

  removeItem(scene: Scene, item: SceneItem): void {
    drop(scene.items, item);
    const { name: sourceName, uuid: sourceUuid } = item.source;
    this.emit('SceneItemRemoved', { ...namedItem(scene, item), sourceName, sourceUuid });
    this.#removeOrphans();
  }

  enableItem(scene: Scene, item: SceneItem, isEnabled: boolean): void {
    if (item.isEnabled === isEnabled) return;
    item.isEnabled = isEnabled;
    this.emit('SceneItemEnableStateChanged', { ...namedItem(scene, item), sceneItemEnabled: isEnabled });
  }

  /** As `GetSceneList` and `SceneListChanged` list them: bottom first. */
  listed() {
    const bottomFirst = [...this.scenes].reverse();
    return bottomFirst.map((scene, sceneIndex) => ({ sceneIndex, ...namedScene(scene) }));
  }

  #tellScenes(): void {
    this.emit('SceneListChanged', { scenes: this.listed() });
  }

  #removeOrphans(): void {
    const held = new Set(this.scenes.flatMap((scene) => scene.items.map((item) => item.source)));
    for (const input of this.inputs.filter((candidate) => !held.has(candidate))) this.removeInput(input);
  }
}

/** How events and answers name a scene. */
export function namedScene(scene: Scene) {
  return { sceneName: scene.name, sceneUuid: scene.uuid };
}

/** How events and answers name an input. */
export function namedInput(input: Input) {
  return { inputName: input.name, inputUuid: input.uuid };
}

function namedItem(scene: Scene, item: SceneItem) {
  return { ...namedScene(scene), sceneItemId: item.id };
}

function drop<Item>(list: Item[] | undefined, item: Item): void {
  const index = list?.indexOf(item) ?? -1;
  if (index >= 0) list?.splice(index, 1);
}
