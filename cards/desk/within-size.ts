import type { AdaptiveCard } from '../adaptive-card.ts';

/** Teams takes a message of about 28 KB; the rest of the message needs some of it. */
const MOST_BYTES = 25_000;
const scales = [1, 0.6, 0.35, 0.2, 0.1, 0.05] as const;

const bytes = (card: AdaptiveCard): number => new TextEncoder().encode(JSON.stringify(card)).length;

/** The card with as much text as fits: `make` gets the share of the usual lengths that it may use. */
export function withinSize(make: (scale: number) => AdaptiveCard): AdaptiveCard {
  const [whole, ...smaller] = scales;
  let card = make(whole);
  for (const scale of smaller) {
    if (bytes(card) <= MOST_BYTES) return card;
    card = make(scale);
  }
  return card;
}
