/** One message as an element of the list. */
import type { CardSlot } from './card-slot.ts';
import { button, el } from './dom.ts';
import type { FeedbackPorts } from './feedback.ts';
import { feedbackControl } from './feedback.ts';
import { followCode, givenCode, spelled } from './follow-code.ts';
import { keptTogether } from './kept-together.ts';
import { linkButton } from './safe-link.ts';
import { text } from './settings.ts';
import type { Message } from './wire.ts';

export interface BotBubble {
  readonly content: readonly HTMLElement[];
  readonly choices: HTMLElement | null;
}

export function botBubble(
  message: Message,
  card: CardSlot | null,
  choose: (value: string, title: string) => void,
  { say, feedback }: { readonly say: (words: string) => void; readonly feedback: FeedbackPorts | null },
): BotBubble {
  const bubble = el('div', { class: message.urgent ? 'bubble bot urgent' : 'bubble bot' });
  bubble.append(el('p', { class: 'who' }, text(message.urgent ? 'wie.spoed' : 'wie.bot')));
  bubble.append(...paragraphs(message.text, say));
  const links = message.links.map((link) => linkButton(link) ?? paragraph(link.title));
  if (links.length > 0) bubble.append(el('ul', { class: 'links' }, ...links.map((link) => el('li', {}, link))));
  if (card) bubble.append(card.element);
  const choices = message.choices.length > 0 ? choiceGroup(message, choose) : null;
  const asked = feedback && message.answer !== '' ? [feedbackControl(message.answer, feedback)] : [];
  return { content: [bubble, ...asked, ...(choices ? [choices] : [])], choices };
}

export function ownBubble(words: string): HTMLElement {
  return el('div', { class: 'bubble own' }, el('p', { class: 'who' }, text('wie.ik')), ...paragraphs(words));
}

/** What a screen reader hears of a message: the words, and that there is something to press or fill in. */
export function spoken(message: Message): string {
  if (message.speak !== null) return message.speak;
  const parts = [
    partsOf(message.text)
      .map((part) => {
        const code = givenCode(part)?.code;
        return code === undefined ? part : part.replace(code, spelled(code));
      })
      .join(' ')
      .replace(/\s*\n+\s*/g, ' '),
    message.card ? `${message.summary} ${text('hoor.kaart')}` : '',
  ];
  if (message.links.length > 0) parts.push(text('hoor.links', { aantal: String(message.links.length) }));
  if (message.choices.length > 0) parts.push(text('hoor.keuzes', { aantal: String(message.choices.length) }));
  return `${text('wie.bot')}: ${parts.filter((part) => part.trim() !== '').join(' ')}`;
}

function choiceGroup(message: Message, choose: (value: string, title: string) => void): HTMLElement {
  const group = el('div', { class: 'choices', role: 'group', 'aria-label': text('keuzes') });
  for (const choice of message.choices) {
    const pressed = button(choice.title, 'choice', () => {
      pressed.classList.add('chosen');
      choose(choice.value, choice.title);
    });
    group.append(pressed);
  }
  return group;
}

const partsOf = (words: string): string[] => words.split(/\n{2,}/).filter((part) => part.trim() !== '');

const paragraph = (words: string): HTMLElement => el('p', {}, ...keptTogether(words));

/** `say` reads out that a code was copied; in the visitor's own words there is no code to copy, and no `say`. */
function paragraphs(words: string, say?: (words: string) => void): HTMLElement[] {
  return partsOf(words).flatMap((part) => {
    const given = say ? givenCode(part) : null;
    if (!say || !given) return [paragraph(part)];
    const rest = given.rest === '' ? [] : [paragraph(given.rest)];
    return [el('p', { class: 'code-label' }, given.label), followCode(given.code, say), ...rest];
  });
}
