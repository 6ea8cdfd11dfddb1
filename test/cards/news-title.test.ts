/** Who put it on the desk, as a colleague reads it in the news. */
import { expect } from 'chai';
import { filerStateCard, wordsOf } from '../../cards/index.ts';
import type { JoinedFiling } from '../../cases/index.ts';
import { announce } from '../../dialogs/index.ts';
import { anEscalation } from '../support/a-family-case.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { cardsIn } from '../support/scripted-cases.ts';

const knowledge = aKnowledge();
const system = { kind: 'system', id: null, name: null } as const;
const wim = { kind: 'worker', id: 'w-1', name: 'Wim' } as const;
const bySystem = anEscalation({ filedBy: system });
const { ownWords, answers, followCodeHash } = bySystem;
const ofSystem: JoinedFiling = {
  ...{ id: 'f-1', filedBy: system, withdrawn: null, summary: null, reading: null, onBehalf: null, replyTo: null },
  ...{ ownWords, answers, followCodeHash },
};
const seenBy = (id: string, escalation = bySystem) =>
  JSON.stringify(filerStateCard(escalation, wordsOf(knowledge), { id, cardRef: null }));

describe('news of what the system put on the desk', () => {
  it('says that the system did, and why this colleague hears of it', () => {
    expect(seenBy('w-1'))
      .to.include(textOf('bureau.vraag-systeem'))
      .and.include(textOf('bureau.vraag-systeem.waarom'))
      .and.not.include(textOf('bureau.uw-vraag'));
  });

  it('says so in the line of the notification too', () => {
    const stepId = bySystem.steps[0]?.id ?? 'step-1';
    const notice = {
      id: 'n-1',
      noticeKind: 'escalation-news',
      escalationId: bySystem.id,
      cardRef: null,
      stepId,
      to: { kind: 'actor', id: 'w-1' },
      state: { kind: 'pending', dueAt: '2026-11-22T09:00:00.000Z', tries: 0 },
    } as const;
    const replies = announce({ caseId: 'c-1', label: 'Gezin De Vries', escalation: bySystem, notice }, knowledge);
    expect(cardsIn(replies).map(({ summary }) => summary)).to.deep.equal([textOf('bureau.vraag-systeem')]);
  });

  it('is still "yours" for who filed along with it, and not for the others', () => {
    const both = anEscalation({ filedBy: wim, joined: [ofSystem] });
    expect(seenBy('w-1', both)).to.include(textOf('bureau.uw-vraag'));
    expect(seenBy('w-2', both)).to.include(textOf('bureau.vraag-systeem'));
  });

  it('is "yours" for who filed it alone', () => {
    expect(seenBy('w-1', anEscalation({ filedBy: wim }))).to.include(textOf('bureau.uw-vraag'));
  });
});
