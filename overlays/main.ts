import { deviceIdOf } from '../web/live/deviceId.js';
import { openLive } from '../web/live/live.js';
import { randomUuid } from '../web/live/uuid.js';
import { readAddress } from './address.js';
import { Catalogue, SHIPPED } from './catalogue.js';
import { Renderer } from './renderer.js';
import { Stage } from './stage.js';

const address = readAddress(location.search);
const stage = new Stage();
const catalogue = new Catalogue(SHIPPED);
stage.open(document.body);
void catalogue.warm();
const live = openLive({ namespace: '/overlay', deviceId: deviceIdOf(() => localStorage), build: __BUILD__ });
const inObs = 'obsstudio' in window;
const hello = { ...address, rendererId: randomUuid(), build: __BUILD__, inObs };
new Renderer(live, hello, stage, catalogue).start();
