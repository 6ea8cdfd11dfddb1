import type { AdaptiveCard, CardElement } from './adaptive-card.ts';

/**
 * The same card for clients that know `Action.Submit` only (the web widget): the verb moves into the data, and `refresh`,
 * which they can't do, is left out. Pure; the card that comes in is not changed.
 */
export function forSubmit(card: AdaptiveCard): AdaptiveCard {
  const { body, actions } = card;
  return {
    ...card,
    refresh: undefined,
    body: body.map(convert),
    ...(actions ? { actions: actions.map(convert) } : {}),
  };
}

function convert(element: CardElement): CardElement {
  const inner = Object.fromEntries(Object.entries(element).map(([key, value]) => [key, convertValue(value)]));
  if (element.type !== 'Action.Execute') return { ...inner, type: element.type };
  const { verb, data, ...rest } = inner;
  const fields = typeof data === 'object' && data !== null ? data : {};
  return { ...rest, type: 'Action.Submit', data: { ...fields, verb } };
}

function convertValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convertValue);
  return isElement(value) ? convert(value) : value;
}

function isElement(value: unknown): value is CardElement {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
