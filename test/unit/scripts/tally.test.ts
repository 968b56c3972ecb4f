import { describe, expect, it } from 'vitest';
import { FAILED, PASSED, lineOf, sumOf, tallyOf } from '../../../scripts/tally.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const report = (
  passed: number,
  failed: number,
  pending: number,
  ...testResults: ReturnType<typeof file>[]
) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults,
});

describe('the tally of a suite', () => {
  it('counts what passed, failed and was skipped', () => {
    const mixed = report(3, 1, 2, file('failed', 'passed', 'failed'), file('passed', 'passed', 'passed'));
    expect(tallyOf(mixed, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it('is clean when everything passed', () => {
    expect(tallyOf(report(2, 0, 0, file('passed', 'passed', 'passed')), 0)).toEqual({
      passed: 2,
      failed: 0,
      skipped: 0,
    });
  });

  it('fails when no test ran', () => {
    expect(tallyOf(report(0, 0, 0), 0).failed).toBe(1);
  });

  it('fails when the runner died without a report', () => {
    expect(tallyOf(null, 0).failed).toBe(1);
  });

  it('fails when the runner says so and no test explains it', () => {
    expect(tallyOf(report(5, 0, 0, file('passed', 'passed')), 1)).toEqual({
      passed: 5,
      failed: 1,
      skipped: 0,
    });
  });

  it('counts a file that did not load as one failure', () => {
    expect(tallyOf(report(5, 0, 0, file('failed'), file('passed', 'passed')), 1).failed).toBe(1);
  });
});

describe('the last line', () => {
  it('sums up checks and suites', () => {
    expect(lineOf(sumOf([PASSED, PASSED, FAILED, { passed: 10, failed: 0, skipped: 3 }]))).toBe(
      '12 passed, 1 failed, 3 skipped',
    );
  });
});
