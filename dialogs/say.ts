import type { Choice, Link, Reply } from './types.ts';

export function say(paragraphs: readonly string[], links: readonly Link[] = []): Reply {
  return { kind: 'text', paragraphs, links, tone: 'normal' };
}

/** An answer of the knowledge base, of which a reader may say whether it helped. */
export function sayAnswer(answer: string, paragraphs: readonly string[], links: readonly Link[]): Reply {
  return { kind: 'text', paragraphs, links, tone: 'normal', answer };
}

export function sayUrgently(paragraphs: readonly string[], links: readonly Link[]): Reply {
  return { kind: 'text', paragraphs, links, tone: 'urgent' };
}

/** Choices whose words are what is sent back when they are pressed. */
export function offer(prompt: string, titles: readonly string[]): Reply {
  return { kind: 'choices', prompt, choices: titles.map((title): Choice => ({ title, value: title })) };
}

/** A `tel:` link when the text holds a phone number; a fallback sentence of a municipality without one gives none. */
export function phoneLink(title: string, phone: string): readonly Link[] {
  const number = /\+?\d[\d -]{1,18}\d/.exec(phone)?.[0].replace(/[ -]/g, '');
  return number === undefined ? [] : [{ title, url: `tel:${number}` }];
}

export function webLink(title: string, address: string): readonly Link[] {
  return /^https:\/\/[^\s"<>]+$/.test(address) ? [{ title, url: address }] : [];
}

export function uniqueLinks(links: readonly Link[]): readonly Link[] {
  return links.filter(({ url }, at) => links.findIndex((other) => other.url === url) === at);
}
