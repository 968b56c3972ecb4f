import type { Transition } from '../booth/transitions.js';
import type { Handlers } from './handler.js';
import { notFound } from './lookup.js';

export const SHORTEST_TRANSITION_MS = 50;
export const LONGEST_TRANSITION_MS = 20_000;

export const transitions: Handlers = {
  GetSceneTransitionList: (_fields, { booth }) => ({
    currentSceneTransitionName: booth.transitions.current.name,
    currentSceneTransitionUuid: booth.transitions.current.uuid,
    currentSceneTransitionKind: booth.transitions.current.kind,
    transitions: booth.transitions.all.map(described),
  }),
  GetTransitionKindList: () => ({ transitionKinds: ['cut_transition', 'fade_transition'] }),
  GetCurrentSceneTransition(_fields, { booth }) {
    const { current, duration } = booth.transitions;
    return {
      ...described(current),
      transitionDuration: current.isFixed ? null : duration,
      transitionSettings: null,
    };
  },
  GetCurrentSceneTransitionCursor: (_fields, { booth }) => ({ transitionCursor: booth.program.cursor }),
  SetCurrentSceneTransition(fields, { booth }) {
    const name = fields.text('transitionName');
    const found = booth.transitions.all.find((transition) => transition.name === name);
    booth.program.choose(found ?? notFound('No scene transition was found by that name.'));
  },
  SetCurrentSceneTransitionDuration(fields, { booth }) {
    booth.transitions.setDuration(
      fields.number('transitionDuration', SHORTEST_TRANSITION_MS, LONGEST_TRANSITION_MS),
    );
  },
};

function described({ name, uuid, kind, isFixed }: Transition) {
  return {
    transitionName: name,
    transitionUuid: uuid,
    transitionKind: kind,
    transitionFixed: isFixed,
    transitionConfigurable: false,
  };
}
