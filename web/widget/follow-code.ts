/** The code with which a parent follows the own filing is shown once: large, on a line of its own, with a button to copy it. */
import { button, el } from './dom.ts';
import { text } from './settings.ts';

/** "Uw volgcode: K7QP-3M2X. Bewaar …". Not an example further on in a sentence, and no number ("Veilig Thuis: 0800-2000"). */
const GIVEN = /^([^.:?!]{0,40}code:)\s+([0-9A-Z]{4}-[0-9A-Z]{4})\b[.]?\s*(.*)$/s;

export interface GivenCode {
  readonly label: string;
  readonly code: string;
  readonly rest: string;
}

export function givenCode(paragraph: string): GivenCode | null {
  const [, label, code, rest] = GIVEN.exec(paragraph) ?? [];
  return label === undefined || code === undefined ? null : { label, code, rest: rest ?? '' };
}

/** Letter by letter: read as a word nobody could write it down. */
export const spelled = (code: string): string => code.replace('-', '').split('').join(' ');

export function followCode(code: string, say: (words: string) => void): HTMLElement {
  const line = el('div', { class: 'code' }, el('strong', { role: 'img', 'aria-label': spelled(code) }, code));
  // Not there on a page that came without https, whatever its type says.
  if ('clipboard' in navigator)
    line.append(
      button(text('code.kopieer'), 'small', () => {
        void navigator.clipboard.writeText(code).then(
          () => {
            say(text('code.gekopieerd'));
            line.dataset.done = text('code.gekopieerd');
          },
          () => {
            say(text('code.mislukt'));
            line.dataset.done = text('code.mislukt');
          },
        );
      }),
    );
  return line;
}
