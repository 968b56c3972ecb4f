import { FULL } from '../floor/show/pace.js';
import { playShow } from '../floor/show/show.js';

playShow(FULL);
