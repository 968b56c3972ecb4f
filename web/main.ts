import { mount } from 'svelte';
import App from './App.svelte';
import { Awake } from './awake/awake.svelte.js';
import { StillVideo } from './awake/stillVideo.js';
import { deviceIdOf } from './live/deviceId.js';
import { openDesk } from './live/desk.js';
import { Themes } from './themes/themes.svelte.js';
import './tokens.css';
import './base.css';
import './regions.css';

const themes = new Themes(() => localStorage);
themes.start();
const awake = new Awake({
  locks: 'wakeLock' in navigator ? navigator.wakeLock : null,
  video: new StillVideo(),
});
const deviceId = deviceIdOf(() => localStorage);
const desk = openDesk({ deviceId, build: __BUILD__ });
mount(App, { target: document.body, props: { desk, deviceId, themes, awake } });
