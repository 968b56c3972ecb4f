import { mount } from 'svelte';
import App from './App.svelte';
import { deviceIdOf } from './live/deviceId.js';
import { openDesk } from './live/desk.js';
import './tokens.css';
import './base.css';

const desk = openDesk({ deviceId: deviceIdOf(() => localStorage), build: __BUILD__ });
mount(App, { target: document.body, props: { desk } });
