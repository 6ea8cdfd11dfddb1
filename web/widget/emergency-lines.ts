/** The fixed numbers for who can't wait, from what came with the script: shown where the server can't answer. */
import { el } from './dom.ts';
import { telephone } from './safe-link.ts';
import { settings, text } from './settings.ts';

const NUMBER = /\b(?:11[23]|0[89]00-\d{4})\b/;

/** The words with a link on every emergency number and on the municipality's own. */
export function linkedNumbers(words: string): (Node | string)[] {
  const own = /\d/.test(settings.phone) ? [settings.phone.replace(/[^\w\s-]/g, String.raw`\$&`)] : [];
  return words.split(new RegExp(`(${[...own, NUMBER.source].join('|')})`)).map((part, place) =>
    // Odd places are what was split on.
    place % 2 === 1 ? el('a', { href: telephone(part), class: 'whole' }, part) : part,
  );
}

export interface EmergencyLines {
  readonly element: HTMLElement;
  readonly spoken: string;
}

export function emergencyLines(): EmergencyLines {
  const lines = [text('nood.gevaar'), text('nood.zelfmoord'), text('nood.veiligthuis')];
  return {
    element: el('ul', { class: 'emergency' }, ...lines.map((line) => el('li', {}, ...linkedNumbers(line)))),
    spoken: lines.join(' '),
  };
}
