import { mount } from 'svelte';
import App from './App.svelte';
import { deviceIdOf } from './live/deviceId.js';
import { openDesk } from './live/desk.js';
import { Themes } from './themes/themes.svelte.js';
import './tokens.css';
import './base.css';
import './regions.css';

const themes = new Themes(() => localStorage);
themes.start();
const desk = openDesk({ deviceId: deviceIdOf(() => localStorage), build: __BUILD__ });
mount(App, { target: document.body, props: { desk, themes } });
