/** @typedef {{passed: number, failed: number, skipped: number}} Tally */
/**
 * What vitest's JSON reporter writes, as far as we read it.
 * @typedef {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: {status: string, assertionResults: {status: string}[]}[]}} Report
 */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };
/** @type {Tally} */
export const PASSED = { ...NOTHING, passed: 1 };
/** @type {Tally} */
export const FAILED = { ...NOTHING, failed: 1 };

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  return tallies.reduce(
    (sum, it) => ({
      passed: sum.passed + it.passed,
      failed: sum.failed + it.failed,
      skipped: sum.skipped + it.skipped,
    }),
    NOTHING,
  );
}

/**
 * Counts one run of vitest. A run that proved nothing is a failure: no report, no test, a file that did not load, or
 * an exit code that no failed test explains.
 * @param {Report | null} report
 * @param {number} code
 * @returns {Tally}
 */
export function tallyOf(report, code) {
  if (!report) return FAILED;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((it) => it.status === 'failed'),
  ).length;
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const nothingRan = tally.passed + tally.failed + tally.skipped === 0;
  return tally.failed === 0 && (code !== 0 || nothingRan) ? { ...tally, failed: 1 } : tally;
}

/**
 * The last line of `npm test`.
 * @param {Tally} tally
 */
export function lineOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
