import { TRUST } from '../../server/protocol/panelTexts.js';
import { keptTheme, wearTheme } from '../themes/kept.js';
import { askAuthority } from './authority.js';
import { showTrust } from './page.js';
import '../tokens.css';
import '../base.css';
import '../parts/smallPage.css';
import './trust.css';

wearTheme(keptTheme(() => localStorage));
document.title = TRUST.title;
void askAuthority().then((authority) => showTrust(document.body, authority, navigator.userAgent));
