/** Looks through cards and other JSON for what stands where. */
import type { CardElement } from '../../cards/index.ts';

/** Every cardRef on a card, each once. */
export function cardRefsIn(card: unknown): string[] {
  return [...new Set([...JSON.stringify(card).matchAll(/"cardRef":"([\w-]+)"/g)].map(([, cardRef = '']) => cardRef))];
}

export function dataIn(card: unknown): unknown[] {
  const found: unknown[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (key === 'data') found.push(value);
    return value;
  });
  return found;
}

/** In which fields of which elements these words stand, each once. */
export function wherein(root: unknown, words: string): string[] {
  const places = new Set<string>();
  const walk = (value: unknown, place: string) => {
    if (typeof value === 'string') {
      if (value.includes(words)) places.add(place);
    } else if (typeof value === 'object' && value !== null) {
      const type = 'type' in value && typeof value.type === 'string' ? value.type : 'object';
      for (const [key, inner] of Object.entries(value)) walk(inner, `${type}.${key}`);
    }
  };
  walk(root, 'root');
  return [...places];
}

/** Every element and action of a card, the outer ones first. */
export function elementsIn(value: unknown): CardElement[] {
  if (Array.isArray(value)) return value.flatMap(elementsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(elementsIn);
  return 'type' in value && typeof value.type === 'string' ? [{ ...value, type: value.type }, ...inner] : inner;
}

/** The values of the choices of the input with this id, in the order of the card. */
export function choicesIn(card: unknown, id: string): readonly string[] {
  const input = elementsIn(card).find((element) => element.id === id && 'choices' in element);
  return [...JSON.stringify(input?.['choices'] ?? []).matchAll(/"value":"([^"]*)"/g)].map(([, value = '']) => value);
}

/** What is filled in on this card: `#0` stands for the first choice of an input, `#0,#2` for two boxes. */
export function filledIn(card: unknown, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const chosen = (id: string, value: unknown) =>
    typeof value === 'string' && /^#\d+(?:,#\d+)*$/.test(value)
      ? value.replaceAll(/#(\d+)/g, (place, at) => choicesIn(card, id)[Number(at)] ?? place)
      : value;
  return Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, chosen(id, value)]));
}
