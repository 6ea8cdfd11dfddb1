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
