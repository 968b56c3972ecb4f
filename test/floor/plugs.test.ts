import { pullPlugs } from './plugs.js';

/** One of each kind; `test/campaign` pulls all of them on the simulator, `test/long` all of them here. */
pullPlugs('what is on air survives', [
  { killed: ['server', 'overlay'], back: ['overlay', 'server'] },
  { killed: ['obs', 'server'], back: ['server', 'obs'] },
  { killed: ['overlay', 'tablet'], back: ['overlay', 'tablet'] },
]);
