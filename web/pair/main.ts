import { PAIR } from '../../server/protocol/panelTexts/pair.js';
import { keptTheme, wearTheme } from '../themes/kept.js';
import { codeIn } from './code.js';
import { PairPage } from './page.js';
import { WAS_PAIRED } from './wasPaired.js';
import '../tokens.css';
import '../base.css';
import '../parts/smallPage.css';
import './pair.css';

wearTheme(keptTheme(() => localStorage));
document.title = PAIR.title;
const page = new PairPage({
  wasPaired: location.search === WAS_PAIRED,
  // Not a step back in the history: the code is used up.
  onPaired: () => location.replace('/'),
});
page.show(document.body);
take();
// A code that is scanned while the page is open.
addEventListener('hashchange', take);

/** Asks with the code of the address, which nobody else is to read there. */
function take(): void {
  const code = codeIn(location.hash);
  history.replaceState(null, '', location.pathname);
  if (code !== null) void page.ask(code);
}
