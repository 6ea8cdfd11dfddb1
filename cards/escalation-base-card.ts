import { z } from 'zod';
import type { Escalation } from '../cases/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { dutchDay } from './dutch-date.ts';
import { adaptiveCard, button, fact, heading, type Words } from './elements.ts';
import { cardRefSchema } from './inputs.ts';

/** What the buttons "open" and "take" submit. */
export const openSubmitSchema = z.object({ cardRef: cardRefSchema });

/** The card that is pushed: no name, no words of anybody. The rest is shown after "Openen", to who may see it. */
export function escalationBaseCard(
  escalation: Pick<Escalation, 'number' | 'due'>,
  cardRef: string,
  words: Words,
): AdaptiveCard {
  return adaptiveCard({
    fallbackText: words('escalatie.nieuw.samenvatting'),
    body: [
      heading(words('escalatie.nieuw')),
      fact(words('kaart.nummer'), escalation.number),
      fact(words('escalatie.due'), dutchDay(escalation.due)),
    ],
    actions: [button({ title: words('kaart.openen'), verb: 'open', cardRef, style: 'positive' })],
  });
}
