/** Words that were typed on a card that works no more: what they were about can not be looked at any more. */
import type { AdaptiveCard } from './adaptive-card.ts';
import { typedBack } from './decided-card.ts';
import { adaptiveCard, line, type Words } from './elements.ts';
import { typedValues } from './inputs.ts';
import { withinSize } from './within-size.ts';

/** References, days and choices have no space in them. */
const isSentence = (value: string): boolean => /\S\s+\S/.test(value);

/** `undefined`: nothing was typed. `note`: why it was not kept. */
export function typedBackCard(data: unknown, note: string, words: Words): AdaptiveCard | undefined {
  const typed = Object.values(typedValues(data)).filter(isSentence).join('\n\n');
  if (typed === '') return undefined;
  return withinSize((scale) =>
    adaptiveCard({ fallbackText: note, body: [line(note), ...typedBack(typed, words, scale)] }),
  );
}
