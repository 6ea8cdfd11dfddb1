/** What fits in one message: a card with less around the words, and a form that says where typed text lost its end. */
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { errorLine, type Words } from './elements.ts';
import type { Attempt } from './inputs.ts';

/** Teams takes a message of about 28 KB; the rest of the message needs some of it. */
export const MOST_BYTES = 25_000;
const scales = [1, 0.6, 0.35, 0.2, 0.1, 0.05] as const;
const SMALLEST = 0.05;

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** In UTF-8, as JSON. */
export const bytesOf = (part: AdaptiveCard | readonly CardElement[]): number =>
  new TextEncoder().encode(JSON.stringify(part)).length;

const fits = (card: AdaptiveCard): boolean => bytesOf(card) <= MOST_BYTES;

/** The card with as much text as fits: `make` gets the share of the usual lengths that it may use. */
export function withinSize(make: (scale: number) => AdaptiveCard): AdaptiveCard {
  const [whole, ...smaller] = scales;
  let card = make(whole);
  for (const scale of smaller) {
    if (fits(card)) return card;
    card = make(scale);
  }
  return card;
}

/** What a form is made of: what stands in its fields, what is said above them, and the share for the words around them. */
export interface Filled {
  readonly attempt: Attempt;
  readonly above: readonly CardElement[];
  readonly scale: number;
}

interface Form {
  readonly attempt: Attempt;
  /** The key of the sentence above a form with faults. */
  readonly fault: string;
}

/**
 * A form with all that was typed, and less around it when it has to be. Typed text gives way last, because a full form in
 * a script of three bytes a character is more than a message holds: the longest fields lose their end, and each says so.
 */
export function formWithinSize(
  { attempt, fault }: Form,
  words: Words,
  make: (filled: Filled) => AdaptiveCard,
): AdaptiveCard {
  const above = Object.keys(attempt.errors).length === 0 ? [] : [errorLine(words(fault))];
  const card = withinSize((scale) => make({ attempt, above, scale }));
  if (fits(card)) return card;
  const shortened = (most: number) =>
    make({
      attempt: cutAttempt(attempt, most, words('fout.ingekort.veld')),
      above: [...above, errorLine(words('fout.ingekort'))],
      scale: SMALLEST,
    });
  const longest = Math.max(0, ...Object.values(attempt.typed).map(({ length }) => length));
  return shortened(most(longest, (length) => fits(shortened(length))));
}

/** The largest number below `end` that does; 0 when none does. */
function most(end: number, does: (value: number) => boolean): number {
  let low = 0;
  let high = end;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function cutAttempt({ typed, errors }: Attempt, longest: number, notice: string): Attempt {
  const long = Object.entries(typed).filter(([, text]) => text.length > longest);
  return {
    typed: { ...typed, ...Object.fromEntries(long.map(([id, text]) => [id, startOf(text, longest)])) },
    errors: {
      ...errors,
      ...Object.fromEntries(long.map(([id]) => [id, [errors[id] ?? [], notice].flat().join(' ')])),
    },
  };
}

/** At most this many characters; a letter keeps its accents. */
function startOf(text: string, longest: number): string {
  return text.slice(0, graphemes.segment(text).containing(longest)?.index ?? longest);
}
