/** Looks through cards and other JSON for what stands where. */

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
