import { parseArgs } from 'node:util';
import { startSimulator, type SimulatorOptions } from '../server/simulator/simulator.js';
import { askedToEnd, failWith, integer, word } from './commandLine.js';

// `npm run simulator`: an OBS that is not one, until Ctrl-C.
try {
  const options = readOptions(process.argv.slice(2));
  const simulator = await startSimulator(options);
  const entrance = options.password === null ? 'no password' : `password ${options.password}`;
  console.log(`A simulated OBS (obs-websocket ${options.dialect}) answers on ${simulator.url}, ${entrance}.`);
  await askedToEnd();
  await simulator.quit();
} catch (error) {
  failWith(error);
}

function readOptions(args: string[]): SimulatorOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4455' },
      password: { type: 'string' },
      dialect: { type: 'string', default: '5.5' },
    },
  });
  return {
    port: integer('--port', values.port, 0, 65_535),
    password: values.password ?? null,
    dialect: word('--dialect', values.dialect, ['5.1', '5.5']),
  };
}
