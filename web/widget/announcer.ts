import { el } from './dom.ts';
import type { Net } from './net.ts';

/** Shorter than 100 ms is missed by TalkBack with Chrome. */
const STAYS_MS = 1_000;

export interface Announcer {
  readonly element: HTMLElement;
  readonly say: (words: string, urgent?: boolean) => void;
}

/** What is read out: apart from the visible conversation, so that nothing is read twice or out in full again. */
export function makeAnnouncer(net: Net): Announcer {
  const polite = el('div', { 'aria-live': 'polite', class: 'polite' });
  const assertive = el('div', { 'aria-live': 'assertive', class: 'assertive' });
  return {
    element: el('div', { class: 'sr-only live' }, polite, assertive),
    say: (words, urgent = false) => {
      if (words === '') return;
      const entry = el('p', {}, words);
      (urgent ? assertive : polite).append(entry);
      net.later(STAYS_MS, () => {
        entry.remove();
      });
    },
  };
}
