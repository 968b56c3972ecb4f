export const HOLDS = {
  holding: 'Keep holding',
  fired: 'Let go',
  cancelled: {
    released: 'too short: hold on',
    left: 'left the button',
    'second-finger': 'one finger only',
    interrupted: 'interrupted',
    changed: 'it changed',
    grip: 'that was a grip',
  },
} as const;
