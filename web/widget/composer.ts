import { el } from './dom.ts';
import { text } from './settings.ts';

/** As long as the longest answer a flow accepts. */
const MAX_LENGTH = '8000';

export interface Composer {
  readonly element: HTMLFormElement;
  /** Ready to type, but a phone doesn't open its keyboard over the answer. */
  readonly focus: () => void;
}

export function makeComposer(describedBy: string, send: (words: string) => void): Composer {
  const input = el('textarea', {
    id: 'regie-input',
    rows: '1',
    maxlength: MAX_LENGTH,
    enterkeyhint: 'send',
    autocomplete: 'off',
    'aria-describedby': describedBy,
  });
  const form = el(
    'form',
    { class: 'composer' },
    el('label', { for: 'regie-input' }, text('invoer')),
    el('div', { class: 'composer-row' }, input, el('button', { type: 'submit', class: 'primary' }, text('verstuur'))),
  );
  const fit = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight + 4, 140)}px`;
  };
  const submit = () => {
    const words = input.value.trim();
    if (words === '') return;
    input.value = '';
    fit();
    send(words);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    focus();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  input.addEventListener('input', fit);
  for (const wish of ['pointerdown', 'keydown', 'blur']) {
    input.addEventListener(wish, () => {
      input.inputMode = '';
    });
  }
  function focus(): void {
    input.inputMode = 'none';
    input.focus({ preventScroll: true });
  }
  return { element: form, focus };
}
