import { expect } from 'chai';
import { knowledgeOf } from '../a-layer.ts';
import { cpuMsOf } from '../../support/cpu-time.ts';

describe('matching with a small knowledge base', () => {
  it('answers a rule, with a concept and a synonym', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.match('Wij wachten op een plek', 'ouder')).to.deep.include({
      decided: 'answer',
      answerId: 'wachtlijst',
    });
  });

  it('leaves a rule alone when something of "niet" is there', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.match('wachten op hulp in het ziekenhuis', 'ouder').decided).not.to.equal('answer');
  });

  it('reports an extra topic under its fixed id and answers with the topic', async () => {
    const knowledge = await knowledgeOf();
    const match = knowledge.match('wachttijd ggz', 'ouder');
    expect(match).to.deep.include({ answerId: 'wachttijd-ggz', ranked: ['wachtlijst'] });
  });

  it('takes less than 50 ms for characters that come apart into eighteen', async () => {
    const knowledge = await knowledgeOf();
    const text = '\uFDFA'.repeat(8000);
    expect(cpuMsOf(() => knowledge.match(text, 'ouder'))).to.be.below(50);
  });

  it('declines another subject', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.match('mijn paspoort is weg', 'ouder')).to.deep.include({ decided: 'decline', answerId: null });
  });

  it('lets the crisis layer go first', async () => {
    const knowledge = await knowledgeOf();
    const match = knowledge.match('hij wil dood en staat op de wachtlijst', 'ouder');
    expect(match.ranked).to.deep.equal(['acuut-gevaar', 'wachtlijst']);
    expect(knowledge.crisisLevel('hij wil dood')).to.equal('crisis');
    expect(knowledge.crisisLevel('ik schrik me dood')).to.equal(null);
  });
});
