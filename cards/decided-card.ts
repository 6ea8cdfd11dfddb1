import type { Decision, Escalation } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { dutchDate, dutchDay } from './dutch-date.ts';
import { adaptiveCard, dataLine, fact, heading, line, quote, subheading, type Words } from './elements.ts';
import { isCut, SHOWN_LENGTH } from './shown-text.ts';

/** In characters: all that fits in the longest field. */
const LONGEST_TYPED = 8000;

export interface Pressed {
  /** Why a press changed nothing. */
  readonly note?: string | undefined;
  /** What was typed with that press, and not kept; absent: nothing. */
  readonly typed?: string | undefined;
}

/** The last card of a question: decided or withdrawn. Nothing on it can be pressed. */
export function decidedCard(escalation: Escalation, words: Words, { note, typed = '' }: Pressed = {}): AdaptiveCard {
  const { state } = escalation;
  return adaptiveCard({
    fallbackText: words('besloten.samenvatting'),
    body: [
      ...(note === undefined ? [] : [dataLine(note)]),
      heading(words(state.kind === 'withdrawn' ? 'besloten.ingetrokken' : 'besloten.kop')),
      fact(words('kaart.nummer'), escalation.number),
      ...(state.kind === 'decided' ? decidedLines(state.decision, words) : []),
      ...(state.kind === 'withdrawn'
        ? [fact(words('besloten.op'), dutchDate(state.at)), ...reason(state.reason, words)]
        : []),
      ...typedBack(typed, words),
    ],
  });
}

/** `scale`: the share of the usual length that the reason may take. */
export function decidedLines(
  { verdict, by, at, effectiveOn, reason: why }: Decision,
  words: Words,
  scale = 1,
): readonly CardElement[] {
  return [
    fact(words('besloten.uitkomst'), words(`escalatie.verdict.${verdict}`)),
    fact(words('besloten.door'), by.name),
    fact(words('besloten.op'), dutchDate(at)),
    fact(words(`besloten.dag.${verdict}`), dutchDay(effectiveOn)),
    ...reason(why, words, scale),
  ];
}

/** Words that were not kept, to be copied. */
export function typedBack(typed: string, words: Words, scale = 1): readonly CardElement[] {
  if (typed.trim() === '') return [];
  const maximum = Math.floor(LONGEST_TYPED * scale);
  return [
    line(words('bureau.getypt-terug')),
    quote(typed, maximum),
    ...(isCut(typed, maximum) ? [line(words('kaart.tekst-ingekort'))] : []),
  ];
}

function reason(text: string, words: Words, scale = 1): readonly CardElement[] {
  if (text.trim() === '') return [];
  const maximum = Math.floor(SHOWN_LENGTH * scale);
  return [
    subheading(words('besloten.reden')),
    quote(text, maximum),
    ...(isCut(text, maximum) ? [line(words('kaart.tekst-ingekort'))] : []),
  ];
}
