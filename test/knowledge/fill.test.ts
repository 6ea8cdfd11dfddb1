import { expect } from 'chai';
import { type Files, knowledgeOf, nationalFacts } from './a-layer.ts';

describe('filling a text', () => {
  it('takes a value of the moment, else the fact, else what it falls back on, else the general number', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.text('groet.ouder', { naam: 'Anna' })).to.equal('Hallo Anna, bel 0123-456789.');
    expect(knowledge.fill('{{team.telefoon}}', { 'team.telefoon': '9' })).to.equal('9');
    expect(knowledge.fill('{{team.open}}')).to.equal('bel voor de tijden');
    expect(knowledge.fill('{{team.naam}}')).to.equal('0123-456789');
  });

  it('says behind a number that stands in for another whose it is, and nothing behind the own one', async () => {
    const terugval = { feit: 'gemeente.telefoon', erbij: 'dit is de gemeente' };
    const national = {
      'feiten.json': {
        ...nationalFacts,
        'team.telefoon': { betekenis: 'Nummer van het team', terugval },
      },
    };
    const filled = async (feiten: Files) => {
      const local = { 'instellingen.json': { gemeente: 'Dorp', feiten } };
      return (await knowledgeOf({ national, local })).fill('Bel {{team.telefoon}}.');
    };
    const general = { 'gemeente.telefoon': '0123-456789' };
    expect(await filled(general)).to.equal('Bel 0123-456789 (dit is de gemeente).');
    expect(await filled({ ...general, 'team.telefoon': '0123-456780' })).to.equal('Bel 0123-456780.');
  });

  it('never reads a value as a template or a pattern', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.fill('{{a}}', { a: '{{gemeente.telefoon}} $& $1' })).to.equal('{{gemeente.telefoon}} $& $1');
  });

  it('gives a text that is filled again and again the values of each time', async () => {
    const knowledge = await knowledgeOf();
    for (const naam of ['Anna', '{{naam}}', '$&', 'Bo', ''])
      expect(knowledge.text('groet.ouder', { naam })).to.equal(`Hallo ${naam}, bel 0123-456789.`);
    expect(() => knowledge.text('groet.ouder', { naan: 'Anna' })).to.throw('Failed to fill {{naam}}');
    expect(() => knowledge.text('groet.ouder')).to.throw('Failed to fill {{naam}}');
  });

  it('throws on a text or a placeholder that does not exist', async () => {
    const knowledge = await knowledgeOf();
    expect(() => knowledge.text('maan')).to.throw('Failed to find the text maan');
    expect(() => knowledge.fill('{{toString}}')).to.throw('Failed to fill {{toString}}');
  });

  it('knows nothing under the names every object has', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.place('constructor')).to.equal(undefined);
    expect(knowledge.answer('toString')).to.equal(undefined);
  });
});
