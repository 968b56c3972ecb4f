/** The Node that Showfloor runs on. Written in old syntax: an old Node must get far enough to read the sentence. */

/**
 * Whether this version runs Showfloor; the same rule as `engines` in package.json.
 * @param {string} version as in `process.versions.node`
 * @returns {boolean}
 */
export function runsOn(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/** Ends the process with one sentence and code 1 when Node is too old. Call it before importing anything else. */
export function refuseOldNode() {
  if (runsOn(process.versions.node)) return;
  console.error(
    'Showfloor needs Node 20.19 or newer (22: 22.12), and this is ' +
      process.versions.node +
      '. Install a current one from https://nodejs.org and start again.',
  );
  process.exit(1);
}
