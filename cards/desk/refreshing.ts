import type { AdaptiveCard } from '../adaptive-card.ts';

/** Clients ask for its newest state by themselves. Who may: the channel fills in, with its own ids for people. */
export function refreshing(card: AdaptiveCard, cardRef: string): AdaptiveCard {
  return { ...card, refresh: { action: { type: 'Action.Execute', verb: 'open', data: { cardRef } }, userIds: [] } };
}
