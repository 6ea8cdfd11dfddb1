/** News that is read late tells every change once, in its order, and asks for nothing that is over. */
import { expect } from 'chai';
import { parentNews } from '../../../dialogs/parent/news.ts';
import { aKnowledge } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';
import { heard } from '../../support/scripted-cases.ts';

const QUESTION = 'Welke organisaties zijn er nu bij u?';
const REASON = 'U krijgt een regisseur die naast u staat.';
const ask = { kind: 'ask-more', question: QUESTION, of: { kind: 'parent' }, due: '2026-11-26' } as const;
const decide = { kind: 'decide', verdict: 'granted', reason: REASON, effectiveOn: '2026-12-01' } as const;

async function aDecidedQuestion() {
  const talk = await aParentTalk();
  const code = await talk.files();
  await talk.officer({ kind: 'take' });
  await talk.officer(ask);
  const before = await talk.chat().says(code);
  await talk.officer(decide);
  return { talk, code, before };
}

describe('news that is read after the decision', () => {
  it('tells the decision once, and no day by which an answer is wanted', async () => {
    const { talk } = await aDecidedQuestion();
    const escalation = await talk.stored();
    const kinds = ['taken', 'more-asked', 'decided'];
    const news = escalation.steps
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id }) => heard(parentNews({ escalation, stepId: id, variant: undefined }, aKnowledge())));
    expect(news).to.have.length(3);
    expect(news.map((one) => one.includes(REASON))).to.deep.equal([false, false, true]);
    expect(news[0]).to.include('pakte uw vraag op');
    expect(news[1]).to.include(QUESTION).and.not.include('Graag uiterlijk');
  });

  it('asks with the follow code for an answer until the decision, and not after it, also when it is opened again', async () => {
    const { talk, code, before } = await aDecidedQuestion();
    expect(before).to.match(/vraagt u:\s+Welke organisaties[\s\S]*Antwoord graag/);
    for (const again of [false, true]) {
      if (again) await talk.officer({ kind: 'reopen', reason: 'De regisseur kwam niet.' });
      const after = await talk.chat().says(code);
      expect(after).to.not.include('Antwoord graag').and.not.include('Graag uiterlijk');
    }
  });
});
