import { mount } from 'svelte';
import App from './App.svelte';
import { Awake } from './awake/awake.svelte.js';
import { StillVideo } from './awake/stillVideo.js';
import { leaveWhenUnpaired } from './devices/unpaired.js';
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
const desk = openDesk({ build: __BUILD__ });
// Not a step back in the history: there it would come here again.
leaveWhenUnpaired(desk.live, (address) => location.replace(address));
mount(App, { target: document.body, props: { desk, themes, awake } });
