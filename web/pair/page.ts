import { PAIR } from '../../server/protocol/panelTexts/pair.js';
import { element } from '../parts/element.js';
import { DIGITS, digitsIn } from './code.js';
import { redeem } from './redeem.js';

interface PageOptions {
  /** A producer ended what this device was: said, because the panel went away under somebody's hand. */
  wasPaired: boolean;
  /** It is paired now. */
  onPaired: () => void;
}

/** All that the page shows: a field for six digits, what came of them, and where one gets them. */
export class PairPage {
  readonly #options: PageOptions;
  readonly #digits = element('input', {
    id: 'digits',
    className: 'field',
    inputMode: 'numeric',
    autocomplete: 'one-time-code',
    enterKeyHint: 'go',
    required: true,
  });
  readonly #pair = element('button', { type: 'submit', textContent: PAIR.pair });
  readonly #said = element('p', { className: 'came' });
  #isAsking = false;

  constructor(options: PageOptions) {
    this.#options = options;
  }

  show(body: HTMLElement): void {
    const { wasPaired } = this.#options;
    this.#said.setAttribute('role', 'status');
    const form = element('form', { noValidate: true });
    form.append(
      element('label', { htmlFor: 'digits', textContent: PAIR.digits }),
      this.#digits,
      this.#pair,
      this.#said,
    );
    const how = element('section', {});
    how.append(
      element('h2', { textContent: PAIR.howTitle }),
      ...PAIR.how.map((textContent) => element('p', { textContent })),
      element('a', { href: '/', textContent: PAIR.isPaired }),
    );
    const main = element('main', {});
    main.append(
      element('h1', { textContent: wasPaired ? PAIR.ended : PAIR.unknown }),
      element('p', { textContent: wasPaired ? PAIR.endedMeaning : PAIR.unknownMeaning }),
      form,
      how,
    );
    body.append(main);
    this.#digits.addEventListener('input', () => this.#typed());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#digits.focus();
  }

  /** One code at a time; what is asked meanwhile is dropped, as the answer leads away from here or to a new try. */
  async ask(code: string): Promise<void> {
    if (this.#isAsking) return;
    this.#say('asking', PAIR.pairing);
    const redeemed = await redeem(code);
    if ('role' in redeemed) {
      this.#say('paired', PAIR.paired);
      this.#options.onPaired();
      return;
    }
    this.#say('refused', `⚠ ${redeemed.sentence}`);
    this.#digits.focus();
    this.#digits.select();
  }

  /** The sixth digit asks by itself: both hands may be needed for the tablet. */
  #typed(): void {
    const digits = digitsIn(this.#digits.value);
    if (this.#digits.value !== digits) this.#digits.value = digits;
    if (digits.length === DIGITS) this.#submit();
  }

  #submit(): void {
    const digits = digitsIn(this.#digits.value);
    if (digits.length === DIGITS) void this.ask(digits);
    else this.#say('refused', `⚠ ${PAIR.tooFew}`);
  }

  #say(state: 'asking' | 'refused' | 'paired', words: string): void {
    this.#isAsking = state !== 'refused';
    this.#digits.readOnly = this.#isAsking;
    this.#pair.disabled = this.#isAsking;
    this.#said.dataset['state'] = state;
    this.#said.textContent = words;
  }
}
