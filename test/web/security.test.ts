import { expect } from 'chai';
import { closeBrowser } from '../support/browser.ts';
import type { Json } from '../support/scripted-direct-line.ts';
import { botCard, botChoices, botText } from '../support/scripted-direct-line.ts';
import type { WidgetPage } from '../support/widget-page.ts';
import { eventually, openWidgetPage, removeBuiltWeb } from '../support/widget-page.ts';

after(closeBrowser);
after(removeBuiltWeb);

/** The words of checks C5 and W6. */
const CORPUS = [
  '[klik](https://evil.example)',
  '[x](javascript:window.__xss=1)',
  '![](http://track.example/1.png)',
  '**vet** # kop',
  '<at>Directeur</at>',
  '<img src=x onerror="window.__xss=1">',
  '<script>window.__xss=1</script>',
  '<svg onload="window.__xss=1"></svg>',
  '<iframe src="https://evil.example"></iframe>',
  '"><a href="javascript:window.__xss=1">x</a>',
  '{{DATE(2017-02-14T06:00:00Z)}}',
  '${$root}',
  'omgekeerd \u202E tekst \u200B nul',
  `regels${'\n'.repeat(200)}einde`,
  'x'.repeat(100_000),
];

const URLS = [
  'javascript:window.__xss=1',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<script>window.__xss=1</script>',
  'http://evil.example',
  'vbscript:x',
];

/** Every node of the page and its shadow roots that could do something. */
const DANGEROUS = `(() => {
  const found = [];
  const walk = (root) => {
    for (const node of root.querySelectorAll('*')) {
      const tag = node.tagName.toLowerCase();
      if (['iframe', 'object', 'embed', 'img', 'svg'].includes(tag)) found.push(tag);
      if (tag === 'script' && !node.src.endsWith('/widget.js')) found.push('script');
      for (const { name, value } of node.attributes) {
        if (name.startsWith('on')) found.push(name);
        if (/^(href|src|action)$/.test(name) && tag !== 'script' && tag !== 'link' && !/^(https:|tel:)/.test(value)) found.push(name + '=' + value.slice(0, 40));
      }
      if (node.shadowRoot) walk(node.shadowRoot);
    }
  };
  walk(document);
  if (window.__xss) found.push('__xss');
  return found;
})()`;

const card = (words: string): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: words,
  body: [
    { type: 'TextBlock', text: words },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: words }] },
    { type: 'FactSet', facts: [{ title: words, value: words }] },
    { type: 'Image', url: 'https://evil.example/1.png' },
    { type: 'Input.Text', id: 'a', label: words, placeholder: words, errorMessage: words },
    { type: 'Input.ChoiceSet', id: 'b', label: words, choices: [{ title: words, value: words }] },
  ],
  actions: [
    { type: 'Action.Submit', title: words, data: { words } },
    ...URLS.map((url) => ({ type: 'Action.OpenUrl', title: 'Lees meer', url })),
  ],
});

describe('the widget under a strict policy', () => {
  let widget: WidgetPage;

  afterEach(async () => {
    await widget.close();
  });

  it('breaks no CSP and no Trusted Types rule, from opening to sending a card', async () => {
    widget = await openWidgetPage();
    await widget.open();
    widget.server.push(
      botText('Een tekst.', {
        channelData: { regie: { tone: 'urgent', links: [{ title: 'Bel 112', url: 'tel:112' }] } },
      }),
      botText('Kies.', botChoices('Een', 'Twee')),
      botCard(card('Gewone woorden')),
    );
    const submit = widget.page.locator('.ac-pushButton').first();
    await submit.click();
    await eventually('the card is posted', () => widget.server.posted.length === 1);
    await widget.page.getByRole('button', { name: 'Menu' }).click();
    expect(widget.faults).to.deep.equal([]);
    expect(widget.foreign).to.deep.equal([]);
  });

  it("works on a municipality's own site, which names the chat server in its policy and nothing more", async () => {
    widget = await openWidgetPage({ elsewhere: true });
    widget.server.answer = () => [botText('Welkom.'), botCard(card('Gewone woorden'))];
    await widget.open();
    await widget.say('Hallo');
    await widget.page.locator('.ac-pushButton').first().waitFor();
    expect(widget.faults).to.deep.equal([]);
    expect(new URL(widget.page.url()).origin).to.equal(widget.server.elsewhere);
  });

  it('shows hostile words as words, wherever they stand', async () => {
    widget = await openWidgetPage();
    widget.server.answer = (said) => {
      const words = String(said.text);
      const links = [...URLS.map((url) => ({ title: words, url })), { title: words, url: words }];
      return [
        botText(words, { ...botChoices(words.slice(0, 500)), channelData: { regie: { tone: 'normal', links } } }),
        botCard(card(words), words),
      ];
    };
    await widget.open();
    // A page that offers a markdown renderer must not be believed (W6).
    await widget.page.evaluate(`window.markdownit = () => ({ render: () => '<img src=x onerror="window.__xss=1">' })`);
    for (const [index, words] of CORPUS.slice(0, -1).entries()) {
      await widget.say(words);
      await widget.page.locator('.card .ac-pushButton').nth(index).waitFor();
    }
    widget.server.push(...widget.server.answer({ text: CORPUS.at(-1) }));
    await widget.page
      .locator('.card .ac-pushButton')
      .nth(CORPUS.length - 1)
      .waitFor();
    expect(await widget.page.evaluate(DANGEROUS)).to.deep.equal([]);
    expect(widget.faults).to.deep.equal([]);
    expect(widget.foreign).to.deep.equal([]);
    expect(await widget.page.locator('.own', { hasText: '<img src=x' }).count()).to.equal(1);
  });
});
