import { TRUST } from '../../server/protocol/panelTexts.js';
import { element } from '../parts/element.js';
import type { Authority } from './authority.js';
import { groupsOf, kindOf, type Kind } from './device.js';

const KINDS: readonly Kind[] = ['apple', 'android', 'computer'];

/** All of the page: what to compare, the file, and the steps, with those of this device open. */
export function showTrust(body: HTMLElement, authority: Authority, userAgent: string): void {
  body.append(element('main', {}, contentOf(authority, kindOf(userAgent))));
}

function contentOf(authority: Authority, own: Kind): Node[] {
  if (authority === 'no-answer')
    return [heading(TRUST.title), element('p', { className: 'said', textContent: `⚠ ${TRUST.noAnswer}` })];
  if (authority === 'none') return [heading(TRUST.nothing), paragraph(TRUST.nothingMeaning), toPanel()];
  const kinds = [own, ...KINDS.filter((kind) => kind !== own)];
  return [
    heading(TRUST.title),
    paragraph(TRUST.meaning),
    element('section', { className: 'compare' }, [
      element('h2', { textContent: TRUST.compareTitle }),
      element('p', { className: 'fingerprint' }, [
        element('span', { className: 'name', textContent: TRUST.fingerprint }),
        ...groupsOf(authority.fingerprint).map((textContent) => element('code', { textContent })),
      ]),
      paragraph(TRUST.compare),
      paragraph(TRUST.named(authority.name)),
    ]),
    element('a', {
      className: 'download',
      href: '/trust/showfloor.crt',
      textContent: TRUST.download,
    }),
    ...kinds.map((kind) => stepsOf(kind, kind === own)),
    toPanel(),
  ];
}

function stepsOf(kind: Kind, open: boolean): HTMLElement {
  const { name, steps, undo } = TRUST.devices[kind];
  return element('details', { open }, [
    element('summary', {}, [element('h2', { textContent: name })]),
    element(
      'ol',
      {},
      steps.map((textContent) => element('li', { textContent })),
    ),
    element('p', { className: 'undo', textContent: undo }),
  ]);
}

function heading(textContent: string): HTMLElement {
  return element('h1', { textContent });
}

function paragraph(textContent: string): HTMLElement {
  return element('p', { textContent });
}

/** By plain HTTP the server leads on to where it speaks HTTPS. */
function toPanel(): HTMLElement {
  return element('a', { className: 'panel', href: '/', textContent: TRUST.open });
}
