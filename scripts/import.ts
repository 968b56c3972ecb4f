import { showFileIn, takeFolder } from '../server/dataFolder.js';
import { printLog } from '../server/log.js';
import { importShow, refuseUsed } from '../server/store/moving.js';
import { failWith, showAndFile } from './commandLine.js';

// `npm run import`: an exported show into an empty folder, on which a server then starts.
try {
  const { data, file } = showAndFile(process.argv.slice(2));
  const owned = takeFolder([data], printLog);
  try {
    refuseUsed(data);
    const entries = importShow(file, showFileIn(data));
    console.log(`The show is in ${data}: ${entries} entries. Start it with npm start -- --data ${data}`);
  } finally {
    owned.release();
  }
} catch (error) {
  failWith(error);
}
