import { describe, expect, it } from 'vitest';
import { LONG_SUITES, SUITES } from '../../../scripts/suites.mjs';
import config from '../../../vitest.config.js';

const projects = (config.test?.projects ?? []).map((project) =>
  typeof project === 'object' && 'test' in project ? project.test?.name : null,
);
const names = (suites: typeof SUITES) => suites.map(({ project }) => project);

describe('the suites', () => {
  it('are run by npm test or by npm run test:long, each by one of them', () => {
    expect([...names(SUITES), ...names(LONG_SUITES)]).toEqual(projects);
  });
});
