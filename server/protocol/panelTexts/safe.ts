export const SAFE = {
  word: 'SAFE',
  leads: (name: string) => `to ${name}`,
  noHolding: 'no Holding look yet',
  holdingGone: 'its scene is gone',
  away: 'OBS is away',
  busy: 'OBS has not confirmed',
  isOn: 'SAFE ON',
  back: 'BACK',
  backTo: (name: string) => `to ${name}`,
  noBack: 'cut to go on',
} as const;
