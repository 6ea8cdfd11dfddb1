import { expect } from 'chai';
import { knowledgeOf } from '../a-layer.ts';

describe('explaining what was recognised (K5)', () => {
  it('tells the words as they were read, what spoke for an answer and how sure that is', async () => {
    const knowledge = await knowledgeOf();
    const { words, candidates, decided, because } = knowledge.explain('Wij staan op de wachtlyst', 'ouder');
    expect(words.map(({ readAs }) => readAs)).to.include('wachtlijst');
    const [best] = candidates;
    expect(best?.intent).to.equal('wachtlijst');
    expect(best?.rule).to.be.a('string');
    expect(best?.likeExample).to.be.a('string');
    expect(best?.words.length).to.be.greaterThan(0);
    expect(candidates.reduce((sum, { certainty }) => sum + certainty, 0)).to.be.closeTo(1, 0.01);
    expect(decided).to.equal(knowledge.match('Wij staan op de wachtlyst', 'ouder').decided);
    expect(because.length).to.be.greaterThan(0);
  });

  it('names the crisis signal', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.explain('hij wil dood', 'ouder').crisis.join()).to.match(/^crisis: /);
  });
});
