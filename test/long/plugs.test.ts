import { pullsFrom } from '../campaign/plugs.js';
import { pullPlugs } from '../floor/plugs.js';

for (const first of ['server', 'obs', 'overlay', 'tablet'] as const)
  pullPlugs(`what is on air survives ${first}, alone or before another`, pullsFrom(first));
