import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readBrowserFiles } from '../../bot/browser-files.ts';
import { nationalKnowledge } from '../support/national-knowledge.ts';

const PAGE =
  '<!doctype html><p>Bel {{gemeente}}: <strong>{{telefoon}}</strong>. Of bel <strong>{{telefoon}}</strong>.</p>';

describe('the pages of the municipality', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-pages-'));
    const files = { 'index.html': PAGE, 'widget.js': 'void 0', 'widget-cards.js': 'void 0' };
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function page(telefoon: string): Promise<string> {
    const { knowledge } = await nationalKnowledge();
    const values = new Map([
      ['{{gemeente.telefoon}}', telefoon],
      ['{{gemeente.naam}}', 'A & B'],
    ]);
    const files = await readBrowserFiles({
      folder,
      demo: false,
      knowledge: { ...knowledge, fill: (text) => values.get(text) ?? '' },
      canFile: () => true,
    });
    return files.get('/')?.body.toString('utf8') ?? '';
  }

  it('have its number as a link to call, wherever it stands', async () => {
    const link = '<strong><a href="tel:0123456789">0123-456789</a></strong>';
    expect(await page('0123-456789')).to.include(`<p>Bel A &#38; B: ${link}. Of bel ${link}.</p>`);
  });

  it('have words where there is no number to call', async () => {
    const words = 'het nummer op de website van uw gemeente';
    expect(await page(words))
      .to.include(`<strong>${words}</strong>`)
      .and.not.include('tel:');
  });
});
