import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { builtWeb, removeBuiltWeb, widgetTexts } from '../support/widget-page.ts';

const KB = 1024;
const web = join(import.meta.dirname, '../../web');

after(removeBuiltWeb);

async function gzipped(file: string): Promise<number> {
  return gzipSync(await readFile(join(await builtWeb(), file)), { level: 9 }).length;
}

describe('what a browser has to load', () => {
  it('stays within 15 kB for the chat and 45 kB for the first card, gzipped', async () => {
    const settings = gzipSync(JSON.stringify(await widgetTexts())).length;
    expect((await gzipped('widget.js')) + settings).to.be.at.most(15 * KB);
    expect(await gzipped('widget-cards.js')).to.be.at.most(45 * KB);
  });

  it('has no inline script, style or handler on our own pages', async () => {
    for (const name of ['index.html', 'demo.html']) {
      const html = await readFile(join(await builtWeb(), name), 'utf8');
      expect(html, name).not.to.match(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
      expect(html, name).not.to.match(/(src|href)="(https?:)?\/\//i);
    }
  });
});

describe('the words of the widget', () => {
  it('are all in widget.json, and each of them is used', async () => {
    const files = (await readdir(join(web, 'widget'))).filter((name) => name.endsWith('.ts'));
    const sources = await Promise.all(files.map((name) => readFile(join(web, 'widget', name), 'utf8')));
    const source = sources.join('\n');
    const keys = Object.keys(await widgetTexts());
    const unused = keys.filter((key) => !source.includes(`'${key}'`));
    const asked = [...source.matchAll(/\btext\('([a-z.]+)'/g)].map((match) => match[1]);
    expect(unused).to.deep.equal([]);
    expect(asked.filter((key) => key !== undefined && !keys.includes(key))).to.deep.equal([]);
  });
});
