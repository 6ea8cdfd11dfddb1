import type { RenderCard } from './card-slot.ts';
import { scriptUrl } from './place.ts';

/** Set by the build: changes when the chunk changes, so that it can be cached for ever. */
declare const CARDS_VERSION: string;

/** A failed import stays failed under its address, so another attempt takes another one. */
export async function loadCards(attempt: number): Promise<RenderCard> {
  const retry = attempt === 0 ? '' : `&poging=${attempt}`;
  const url = new URL(`widget-cards.js?v=${CARDS_VERSION}${retry}`, scriptUrl).href;
  const chunk: unknown = await import(url);
  if (!isCardChunk(chunk)) throw new Error(`Failed to load the cards: ${url} is another file. Build web/ again.`);
  return chunk.renderCard;
}

function isCardChunk(chunk: unknown): chunk is { readonly renderCard: RenderCard } {
  return typeof chunk === 'object' && chunk !== null && 'renderCard' in chunk && typeof chunk.renderCard === 'function';
}
