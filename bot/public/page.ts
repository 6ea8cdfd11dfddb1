/** The frame of a public page: no script, one stylesheet, Dutch, with a way to skip to what it is about. */
import type { Knowledge } from '../../knowledge/index.ts';
import { Markup, markup } from './markup.ts';

export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** A page that is saved as a file takes its style along; served, it links to ours. */
  readonly style: { readonly kind: 'linked' } | { readonly kind: 'inside'; readonly css: string };
}

export function pageOf({ title, body, style }: Page, knowledge: Knowledge): string {
  const { gemeente } = knowledge.settings;
  // A style element holds text, not markup: nothing in it is escaped, so nothing in it may close it.
  const css =
    style.kind === 'linked'
      ? markup`<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/site.css">`
      : new Markup(`<style>${style.css.replaceAll('</', '<\\/')}</style>`);
  return markup`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${gemeente}</title>
${css}
</head>
<body>
<header class="site-head"><a class="skip" href="#inhoud">${knowledge.text('openbaar.naar-inhoud')}</a><div class="wrap"><p class="brand">${gemeente}</p></div></header>
<main id="inhoud" class="wrap">
<h1>${title}</h1>
${body}
</main>
<footer class="site-foot"><div class="wrap"><p>${knowledge.text('openbaar.vragen')}</p></div></footer>
</body>
</html>
`.text;
}
