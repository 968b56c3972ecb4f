import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './project.mjs';

/**
 * @typedef {object} Options
 * @property {string} [cwd] where it runs; the project's folder when absent
 * @property {Record<string, string>} [env] added to our own
 * @property {boolean} [capture] keep the output instead of showing it
 * @property {number} [deadlineMs] after this long the command is killed
 */

/**
 * Runs a program until it ends, without input. A signal that reaches us reaches it, and then
 * ends us too.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Options} options
 * @returns {Promise<{code: number, output: string}>} `code` is 127 when the program is not there
 */
export function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    const deadline = options.deadlineMs === undefined ? undefined : setTimeout(kill, options.deadlineMs);
    /** @type {NodeJS.Timeout | undefined} */
    let mercy;

    function kill() {
      output += `\nended by force after ${options.deadlineMs ?? 0} ms\n`;
      child.kill('SIGTERM');
      mercy = setTimeout(() => child.kill('SIGKILL'), 10_000);
    }
    /** @param {NodeJS.Signals} signal */
    function passOn(signal) {
      child.once('close', () => process.exit(0));
      child.kill(signal);
    }
    /** @param {number} code */
    function settle(code) {
      clearTimeout(deadline);
      clearTimeout(mercy);
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve({ code, output });
    }

    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    child.once('error', (error) => {
      output += `${error.message}\n`;
      settle(127);
    });
    child.once('close', (code, signal) => settle(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Runs a script of an installed package with this Node, like `npx` but without its start-up time.
 * @param {string} script path under node_modules
 * @param {readonly string[]} args
 * @param {Options} options
 */
export function runTool(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options);
}
