/** Words with the numbers and codes in them held on one line. The hyphen stays a hyphen, so that what is copied is right. */
import { el } from './dom.ts';

/** `0800-2000`, `L-S58APR`, `2026-11-22`: a browser would break these after the hyphen. */
const WHOLE = /\b[0-9A-Z]{1,8}(?:-[0-9A-Z]{1,8})+\b/g;

export function keptTogether(words: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of words.matchAll(WHOLE)) {
    parts.push(words.slice(end, match.index), el('span', { class: 'whole' }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, words.slice(end)];
}

/** The same for what another library has put on the screen. */
export function keepTogether(element: Element): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode);
  for (const node of found) {
    const parts = keptTogether(node.data);
    if (parts.length > 1) node.replaceWith(...parts);
  }
}
