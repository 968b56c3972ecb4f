import type OBSWebSocket from 'obs-websocket-js/json';
import type { OBSEventTypes, OBSRequestTypes } from 'obs-websocket-js/json';

const PATIENCE_MS = 8000;

/** The next event of this type; ask for it before doing what causes it. */
export function next<Type extends keyof OBSEventTypes>(
  obs: OBSWebSocket,
  type: Type,
): Promise<OBSEventTypes[Type]> {
  return until(obs, type, () => true);
}

/** The next event of this type that fits. */
export function until<Type extends keyof OBSEventTypes>(
  obs: OBSWebSocket,
  type: Type,
  fits: (data: OBSEventTypes[Type]) => boolean,
): Promise<OBSEventTypes[Type]> {
  const found = new Promise<OBSEventTypes[Type]>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no ${type} that fits within ${PATIENCE_MS} ms`)),
      PATIENCE_MS,
    );
    // The library's listener type is a union over all events, hence the narrowing by hand.
    const listen = (data: unknown) => {
      const event = data as OBSEventTypes[Type];
      if (!fits(event)) return;
      clearTimeout(timer);
      obs.off(type, listen as never);
      resolve(event);
    };
    obs.on(type, listen as never);
  });
  found.catch(() => {}); // asked for before it is awaited: a test that failed in between has said so already
  return found;
}

/** The code with which a request is refused; 100 when it is not. */
export async function failureOf(obs: OBSWebSocket, type: string, data: object | undefined): Promise<unknown> {
  try {
    // Also types that the library does not know: that is what is asked here.
    await obs.call(type as keyof OBSRequestTypes, data);
    return 100;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

/**
 * Goes there by the chosen transition and waits until that has ended, sound included: an OBS that is given another
 * transition before that reports neither start nor end of the next one.
 */
export async function goTo(obs: OBSWebSocket, sceneName: string): Promise<void> {
  const { currentProgramSceneName } = await obs.call('GetCurrentProgramScene');
  if (currentProgramSceneName === sceneName) return;
  const changed = until(obs, 'CurrentProgramSceneChanged', (event) => event.sceneName === sceneName);
  const ended = next(obs, 'SceneTransitionEnded');
  await obs.call('SetCurrentProgramScene', { sceneName });
  await Promise.all([changed, ended]);
}

/** Chooses a transition, and waits until it is chosen. */
export async function choose(obs: OBSWebSocket, transitionName: string): Promise<void> {
  const current = await obs.call('GetCurrentSceneTransition');
  if (current.transitionName === transitionName) return;
  const changed = next(obs, 'CurrentSceneTransitionChanged');
  await obs.call('SetCurrentSceneTransition', { transitionName });
  await changed;
}

/** Sets how long a fade lasts, in ms, and waits until it is set. */
export async function last(obs: OBSWebSocket, transitionDuration: number): Promise<void> {
  const changed = until(
    obs,
    'CurrentSceneTransitionDurationChanged',
    (it) => it.transitionDuration === transitionDuration,
  );
  await obs.call('SetCurrentSceneTransitionDuration', { transitionDuration });
  await changed;
}
