import { expect } from 'chai';
import { saidCard } from '../../cards/index.ts';
import { textOf } from '../support/a-knowledge.ts';

const cardOf = (...texts: readonly string[]) =>
  saidCard({ title: 'Gezegd', lines: texts.map((text) => ({ who: 'Ouder:', text })), summary: 'Woorden' }, textOf);
const bytes = (card: unknown) => new TextEncoder().encode(JSON.stringify(card)).length;

describe('the card with what was said', () => {
  it('shows every line as it was typed, without reading Markdown or templates in it', () => {
    const card = cardOf('**Nee** {{gemeente.telefoon}}', 'Ja');
    expect(JSON.stringify(card.body)).to.include('**Nee** { {gemeente.telefoon}}').and.include('"Ja"');
    expect(JSON.stringify(card.body)).to.not.include(textOf('samen.begin-weg'));
    expect(card.fallbackText).to.equal('Woorden');
  });

  it('keeps the newest lines that fit in one message, and says that the beginning is left out', () => {
    const card = cardOf(...Array.from({ length: 100 }, (_, at) => `regel ${at} ${'x'.repeat(1_000)}`));
    const shown = JSON.stringify(card);
    expect(bytes(card)).to.be.lessThan(26_000).and.greaterThan(20_000);
    expect(shown).to.include('regel 99 ').and.include(textOf('samen.begin-weg'));
    expect(shown).to.not.include('regel 0 ');
  });

  it('shows the longest message whole, also in a script of three bytes a letter', () => {
    const text = '漢'.repeat(8_000);
    const card = cardOf(text);
    expect(JSON.stringify(card).split('漢').length - 1).to.equal(8_000);
    expect(bytes(card)).to.be.lessThan(28_000);
  });
});
