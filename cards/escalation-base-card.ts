import { z } from 'zod';
import { dueItems, type Escalation, isOpen } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { refreshing } from './desk/refreshing.ts';
import { dutchDay } from './dutch-date.ts';
import { adaptiveCard, button, fact, heading, line, type Words } from './elements.ts';
import { cardRefSchema } from './inputs.ts';

/** What the buttons "open" and "take" submit. */
export const openSubmitSchema = z.object({ cardRef: cardRefSchema });

/**
 * The card that is pushed, and that is put in its place when something changed: no name, no words of anybody. The rest is
 * shown after "Openen", or by the client's own refresh, to who may see it.
 */
export function escalationBaseCard(
  escalation: Escalation,
  cardRef: string,
  words: Words,
  news: 'new' | 'due' = 'new',
): AdaptiveCard {
  const card = adaptiveCard({
    fallbackText: words(news === 'new' ? 'escalatie.nieuw.samenvatting' : 'escalatie.werk.samenvatting'),
    body: [
      heading(words(news === 'new' ? 'escalatie.nieuw' : 'escalatie.werk')),
      fact(words('kaart.nummer'), escalation.number),
      ...standLines(escalation, words),
    ],
    actions: [button({ title: words('kaart.openen'), verb: 'open', cardRef, style: 'positive' })],
  });
  return refreshing(card, cardRef);
}

/** How it stands, in our own words and days only. */
export function standLines(escalation: Escalation, words: Words): readonly CardElement[] {
  const { state, closing, due } = escalation;
  const next = dueItems(escalation).find(({ kind }) => kind !== 'answer');
  const stand = state.kind === 'decided' && closing !== null ? 'closed' : state.kind;
  return [
    line(words(`bureau.stand.${stand}`)),
    ...(isOpen(escalation) ? [fact(words('escalatie.due'), dutchDay(due))] : []),
    ...(next === undefined ? [] : [fact(words(`bureau.wacht.${next.kind}`), dutchDay(next.due))]),
  ];
}
