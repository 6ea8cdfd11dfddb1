/** Cards in a terminal: what is a label can be told from what is said. */
import { expect } from 'chai';
import { inWords } from '../../../bot/commands/in-words.ts';
import { adaptiveCard, errorLine, fact, heading, line, run, runs, subheading } from '../../../cards/elements.ts';
import type { CardElement } from '../../../cards/adaptive-card.ts';

const shown = (...body: readonly CardElement[]) =>
  inWords({ kind: 'card', card: adaptiveCard({ body, fallbackText: '' }), summary: '', replaces: null }).slice(1, -1);

describe('a card in words', () => {
  it('marks the titles above its lines, which say nothing by themselves', () => {
    expect(shown(heading('De controle'), subheading('Wat er afwijkt'), line('Er is één plan.'))).to.deep.equal([
      '│ # De controle',
      '│ # Wat er afwijkt',
      '│ Er is één plan.',
    ]);
  });

  it('divides the label of a fact from the fact', () => {
    const facts = { type: 'FactSet', facts: [{ title: 'Datum', value: 'morgen' }] };
    expect(shown(fact('Nummer', 'L-1'), fact('Wie?', 'Wim'), facts)).to.deep.equal([
      '│ Nummer: L-1',
      '│ Wie? Wim',
      '│ Datum: morgen',
    ]);
  });

  it('leaves a name, a verdict and a fault as they are, though they are bold', () => {
    const verdict = { ...line('In orde.'), weight: 'Bolder', color: 'Good' };
    expect(shown(runs(run('Gezin Bakker', { bold: true })), verdict, errorLine('Kies een dag.'))).to.deep.equal([
      '│ Gezin Bakker',
      '│ In orde.',
      '│ Kies een dag.',
    ]);
  });
});
