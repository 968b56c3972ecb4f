import { showFileIn } from '../server/dataFolder.js';
import { exportShow } from '../server/store/moving.js';
import { failWith, showAndFile } from './commandLine.js';

// `npm run export`: the whole show as one file, also while the server runs.
try {
  const { data, file } = showAndFile(process.argv.slice(2));
  const entries = exportShow(showFileIn(data), file, Date.now());
  console.log(`The show is in ${file}: ${entries} entries. Recordings are not in it, nor who is paired.`);
} catch (error) {
  failWith(error);
}
