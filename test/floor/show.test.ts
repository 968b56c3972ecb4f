import { BRISK } from './show/pace.js';
import { playShow } from './show/show.js';

playShow(BRISK);
