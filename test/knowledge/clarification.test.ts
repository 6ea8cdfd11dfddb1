import { expect } from 'chai';
import { faultsOf, knowledgeOf } from './a-layer.ts';

const question = (...ids: readonly string[]) => ({
  vraag: 'Welke bedoelt u?',
  keuzes: ids.map((id) => ({ antwoord: id, tekst: `Over ${id}` })),
});
const withQuestions = (...vragen: readonly object[]) => ({ national: { 'verduidelijking.json': vragen } });

describe('one fixed question for near neighbours', () => {
  it('is found for both orders of two answers and for no others', async () => {
    const knowledge = await knowledgeOf(withQuestions(question('wachtlijst', 'acuut-gevaar')));
    expect(knowledge.clarification('wachtlijst', 'acuut-gevaar')?.vraag).to.equal('Welke bedoelt u?');
    expect(knowledge.clarification('acuut-gevaar', 'wachtlijst')?.vraag).to.equal('Welke bedoelt u?');
    expect(knowledge.clarification('wachtlijst', 'geen-antwoord')).to.equal(undefined);
  });

  it('is a fault when a choice leads nowhere or stands twice', async () => {
    expect(
      await faultsOf(withQuestions(question('wachtlijst', 'maan'), question('wachtlijst', 'wachtlijst'))),
    ).to.have.members([
      'landelijk/verduidelijking.json [0].keuzes[1].antwoord: er is geen antwoord "maan"',
      'landelijk/verduidelijking.json [1].keuzes[1].antwoord: "wachtlijst" staat hier twee keer',
    ]);
  });
});
