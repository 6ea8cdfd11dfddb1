/** The parts that every card is made of. `line` and `heading` are for our own sentences; data from people goes in `run`. */
import type { Knowledge } from '../knowledge/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { shownName, shownText } from './shown-text.ts';

/** The wording: what `knowledge.text` says, as a function of its own. */
export type Words = (key: string, values?: Readonly<Record<string, string>>) => string;

export function wordsOf(knowledge: Knowledge): Words {
  return (key, values) => knowledge.text(key, values);
}

export interface CardContent {
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardElement[];
  /** A fixed sentence for clients that can't show the card. */
  readonly fallbackText: string;
}

export function adaptiveCard(content: CardContent): AdaptiveCard {
  const { body, actions, fallbackText } = content;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body,
    ...(actions && actions.length > 0 ? { actions } : {}),
    fallbackText,
  };
}

export function heading(text: string): CardElement {
  return { type: 'TextBlock', text, wrap: true, style: 'heading', size: 'Medium', weight: 'Bolder' };
}

export function subheading(text: string): CardElement {
  return { type: 'TextBlock', text, wrap: true, weight: 'Bolder', spacing: 'Medium' };
}

export function line(text: string): CardElement {
  return { type: 'TextBlock', text, wrap: true };
}

export function errorLine(text: string): CardElement {
  return { type: 'TextBlock', text, wrap: true, color: 'Attention', weight: 'Bolder' };
}

/** Data from people or sources. The `TextRun` is the one place where clients do not read Markdown. */
export function run(text: string, look: { readonly bold?: boolean } = {}): CardElement {
  return { type: 'TextRun', text: shownName(text), ...(look.bold ? { weight: 'Bolder' } : {}) };
}

export function runs(...inlines: readonly CardElement[]): CardElement {
  return { type: 'RichTextBlock', inlines };
}

/** A sentence with names in it, each on one line and capped, so that many of them still fit on a card. */
export function sentence(words: Words, key: string, values: Readonly<Record<string, string>>): CardElement {
  const shown = Object.entries(values).map(([name, value]) => [name, shownName(value)] as const);
  return dataLine(words(key, Object.fromEntries(shown)));
}

/** A sentence with a name, a number or a date in it. */
export function dataLine(text: string): CardElement {
  return runs({ type: 'TextRun', text: shownText(text) });
}

export function fact(title: string, value: string): CardElement {
  return runs({ type: 'TextRun', text: `${title} `, weight: 'Bolder' }, run(value));
}

/** Long words of a person, capped. */
export function quote(text: string, maximum?: number): CardElement {
  return {
    type: 'Container',
    style: 'emphasis',
    items: [runs({ type: 'TextRun', text: shownText(text, maximum) })],
  };
}

export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly cardRef: string;
  readonly style?: 'positive' | 'destructive';
  /** False: the button works without filling in the form on the card. */
  readonly withInputs?: boolean;
}

/** The data of a button holds the opaque reference and nothing else: everything is looked up with it. */
export function button(spec: Button): CardElement {
  return {
    type: 'Action.Execute',
    title: spec.title,
    verb: spec.verb,
    data: { cardRef: spec.cardRef },
    associatedInputs: spec.withInputs ? 'auto' : 'none',
    ...(spec.style ? { style: spec.style } : {}),
  };
}
