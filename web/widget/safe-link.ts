import { el } from './dom.ts';
import { keptTogether } from './kept-together.ts';
import { safeUrl } from './safe-url.ts';

export function telephone(phone: string): string {
  return `tel:${phone.replace(/[^0-9+]/g, '')}`;
}

/** A link as a button-sized target; a telephone number larger. Null when the address isn't safe. */
export function linkButton(link: { readonly title: string; readonly url: string }): HTMLAnchorElement | null {
  const href = safeUrl(link.url);
  if (href === null) return null;
  const isPhone = href.startsWith('tel:');
  const anchor = el('a', { href, class: isPhone ? 'link phone' : 'link' }, el('span', {}, ...keptTogether(link.title)));
  if (!isPhone) {
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
  }
  return anchor;
}
