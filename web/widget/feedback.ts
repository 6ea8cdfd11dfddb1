/** "Hielp dit antwoord?": a small control under an answer. What is pressed is no message and never appears as one. */
import { button, el } from './dom.ts';
import { text } from './settings.ts';

const reasons = [
  ['onduidelijk', 'hielp.onduidelijk'],
  ['niet-mijn-vraag', 'hielp.niet-mijn-vraag'],
  ['klopt-niet', 'hielp.klopt-niet'],
  ['te-weinig', 'hielp.te-weinig'],
] as const;

export interface Judgement {
  /** The id of the answer. */
  readonly answer: string;
  readonly helped: boolean;
  readonly reason: string | null;
}

export interface FeedbackPorts {
  judge(judgement: Judgement): void;
  /** Reads out what took the place of the buttons. */
  say(words: string): void;
}

export function feedbackControl(answer: string, ports: FeedbackPorts): HTMLElement {
  const group = el('div', { class: 'feedback', role: 'group', tabindex: '-1' });
  const pressed = (helped: boolean, reason: string | null, words: string) => {
    ports.judge({ answer, helped, reason });
    show(words, []);
    ports.say(words);
  };
  // The pressed button goes; the focus stays in its place, so that nobody is thrown back to the top of the page.
  function show(words: string, buttons: readonly HTMLElement[]): void {
    const hadFocus = group.matches(':focus-within');
    group.setAttribute('aria-label', words);
    group.replaceChildren(el('p', {}, words), ...buttons);
    if (hadFocus) group.focus({ preventScroll: true });
  }
  const no = () => {
    ports.judge({ answer, helped: false, reason: null });
    const chips = reasons.map(([reason, key]) =>
      button(text(key), 'small', () => {
        pressed(false, reason, text('hielp.dank'));
      }),
    );
    show(text('hielp.waarom'), chips);
    ports.say(text('hielp.waarom'));
  };
  show(text('hielp'), [
    button(text('hielp.ja'), 'small', () => {
      pressed(true, null, text('hielp.dank'));
    }),
    button(text('hielp.nee'), 'small', no),
  ]);
  return group;
}
