import { openLive } from '../web/live/live.js';
import { randomUuid } from '../web/live/uuid.js';
import { readAddress } from './address.js';
import { Catalogue, SHIPPED } from './catalogue.js';
import { Renderer } from './renderer.js';
import { Stage } from './stage.js';
import { takeToken } from './token.js';

const address = readAddress(location.search);
const stage = new Stage();
const catalogue = new Catalogue(SHIPPED);
stage.open(document.body);
void catalogue.warm();
const live = openLive({ namespace: '/overlay', token: takeToken(location, history), build: __BUILD__ });
// Another token in the same tab: only what is behind the `#` changed, so the browser did not load the page anew.
addEventListener('hashchange', () => {
  takeToken(location, history);
  location.reload();
});
const inObs = 'obsstudio' in window;
const hello = { ...address, rendererId: randomUuid(), build: __BUILD__, inObs };
new Renderer(live, hello, stage, catalogue).start();
