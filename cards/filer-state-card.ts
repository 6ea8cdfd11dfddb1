import type { Escalation } from '../cases/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { dutchDate } from './dutch-date.ts';
import { adaptiveCard, fact, heading, type Words } from './elements.ts';
import { standLines } from './escalation-base-card.ts';

/** How the question of a colleague stands: one card that is put in its own place at every change. Nothing personal on it. */
export function filerStateCard(escalation: Escalation, words: Words): AdaptiveCard {
  const last = escalation.steps.at(-1);
  return adaptiveCard({
    fallbackText: words('bureau.uw-vraag'),
    body: [
      heading(words('bureau.uw-vraag')),
      fact(words('kaart.nummer'), escalation.number),
      ...standLines(escalation, words),
      ...(last === undefined
        ? []
        : [fact(words('bureau.laatste-stap'), `${words(`bureau.stap.${last.kind}`)}, ${dutchDate(last.at)}`)]),
    ],
  });
}
