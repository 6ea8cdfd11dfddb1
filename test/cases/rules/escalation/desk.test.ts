import { expect } from 'chai';
import { aDesk, olga, otto } from '../../../support/a-desk.ts';
import { aFamilyCase } from '../../../support/a-family-case.ts';
import { sha256 } from '../../../support/case-world.ts';
import { decision, problemsIn } from './desk/outcomes.ts';

describe('filing for somebody else', () => {
  const behalf = { relation: 'client-supporter', name: 'Cor Steun', consent: null } as const;
  const consent = { how: 'Gezegd aan de keukentafel', on: '2026-11-20' };
  const filedWith = (onBehalf: object | null) => {
    const desk = aDesk();
    desk.put(aFamilyCase());
    const command = { kind: 'file', commandId: 'c', by: { kind: 'parent', id: null, name: null } } as const;
    const words = { ownWords: 'Help.', summary: null, replyTo: null, followCodeHash: 'h' };
    const answers = { complex: 'yes', stuck: 'stuck', harm: 'no' } as const;
    return desk.run({
      ...command,
      ...words,
      answers,
      ...(onBehalf === null ? {} : { onBehalf: { ...behalf, ...onBehalf } }),
    });
  };

  it('is refused without the consent of the family, and keeps how and when it was given', () => {
    expect(problemsIn(filedWith({}))).to.deep.equal(['consent missing']);
    expect(problemsIn(filedWith({ consent: { ...consent, on: '2026-11-24' } }))).to.deep.equal([
      'consentOn in-the-future',
    ]);
    expect(filedWith({ consent })).to.have.deep.nested.property('escalation.onBehalf', { ...behalf, consent });
    expect(filedWith(null)).to.have.nested.property('escalation.onBehalf', null);
  });
});

describe('the words and the summary', () => {
  it('stay apart: a summary is confirmed or corrected by the parent, and the words never change', () => {
    const desk = aDesk();
    const { ownWords } = desk.escalation();
    expect(desk.says({ kind: 'confirm-summary' }).kind).to.equal('not-open');
    desk.does({ kind: 'summarise', text: 'De ouder zoekt hulp.' });
    desk.says({ kind: 'correct-summary', text: 'Ik zoek een regisseur, geen hulp.' });
    const corrected = desk.escalation().reading?.answer;
    expect(corrected).to.have.nested.property('words.sha256', sha256('Ik zoek een regisseur, geen hulp.'));
    desk.does({ kind: 'summarise', text: 'De ouder zoekt een regisseur.' });
    expect(desk.escalation().reading?.answer).to.equal(null);
    desk.says({ kind: 'confirm-summary' });
    expect(desk.escalation().reading?.answer?.kind).to.equal('confirmed');
    expect(desk.says({ kind: 'correct-summary', text: 'Toch niet.' }).kind).to.equal('not-open');
    expect(
      desk.escalation().steps.find(({ kind, reason }) => kind === 'summarised' && reason !== null)?.reason,
    ).to.equal('De ouder zoekt hulp.');
    expect(desk.escalation().ownWords).to.deep.equal(ownWords);
  });

  it('can be spoken about by both sides, at every change', () => {
    const desk = aDesk();
    desk.does({ kind: 'take' });
    const step = desk.escalation().steps.at(-1)?.id ?? '';
    desk.says({ kind: 'comment', about: step, text: ' Eindelijk. ' });
    desk.does({ kind: 'comment', about: 'own-words', text: 'Ik lees een vraag om regie.' });
    expect(desk.escalation().comments.map(({ by, words }) => `${by.kind}:${words.text}`)).to.deep.equal([
      'parent: Eindelijk. ',
      'officer:Ik lees een vraag om regie.',
    ]);
    expect(desk.told().slice(-2)).to.deep.equal(['officer-1: commented', 'parent: commented']);
    expect(problemsIn(desk.says({ kind: 'comment', about: 'nothing', text: '' }))).to.deep.equal([
      'about unknown',
      'text missing',
    ]);
  });
});

describe('the desk', () => {
  it('asks for more, of whom and by when; the promise to the parent stays', () => {
    const desk = aDesk();
    const asked = {
      kind: 'ask-more',
      question: 'Wat is er beloofd?',
      of: { kind: 'parent' },
      due: '2026-11-27',
    } as const;
    expect(problemsIn(desk.does({ ...asked, question: ' ', due: '2026-11-20' }))).to.deep.equal([
      'question missing',
      'due in-the-past',
    ]);
    expect(problemsIn(desk.does({ ...asked, of: { kind: 'worker', id: 'stranger' } }))).to.deep.equal(['of unknown']);
    const { due } = desk.escalation();
    desk.does(asked);
    expect(desk.told().at(-1)).to.equal('parent: more-asked');
    const [question] = desk.escalation().questions;
    desk.says({ kind: 'give-more', questionId: question?.id ?? '', text: 'Een regisseur, in mei.' });
    expect(desk.escalation().questions[0]?.answer?.words.text).to.equal('Een regisseur, in mei.');
    expect(desk.says({ kind: 'give-more', questionId: question?.id ?? '', text: 'Nog eens.' }).kind).to.equal(
      'not-open',
    );
    expect(desk.escalation().due).to.equal(due);
  });

  it('asks for nothing that would come after the day that was promised to the parent', () => {
    const desk = aDesk();
    const asked = { kind: 'ask-more', question: 'Wat is er beloofd?', of: { kind: 'parent' } } as const;
    expect(problemsIn(desk.does({ ...asked, due: '2026-12-08' }))).to.deep.equal(['due too-far-ahead']);
    expect(desk.does({ ...asked, due: '2026-12-07' }).kind).to.equal('changed');
  });

  it('looks again at a no within a year; what was granted may begin later', () => {
    const late = { ...decision, effectiveOn: '2027-11-24' };
    expect(problemsIn(aDesk().does({ ...late, verdict: 'refused' }))).to.deep.equal(['effectiveOn too-far-ahead']);
    expect(aDesk().does({ ...late, verdict: 'refused', effectiveOn: '2027-11-23' }).kind).to.equal('changed');
    expect(aDesk().does(late).kind).to.equal('changed');
  });

  it('hands over to an officer who did not file it, with a card of his own', () => {
    const desk = aDesk();
    const over = { kind: 'hand-over', to: otto.id, reason: 'Otto kent de school.' } as const;
    expect(problemsIn(desk.does({ ...over, to: 'nobody' }))).to.deep.equal(['to unknown']);
    desk.does({ kind: 'take' });
    desk.does(over);
    expect(desk.escalation()).to.deep.include({ owner: otto.id, state: { kind: 'filed' } });
    expect(desk.case().cards.map(({ addressee, state }) => `${addressee} ${state}`)).to.deep.equal([
      'officer-1 live',
      'officer-2 live',
    ]);
    desk.does({ kind: 'take-over', reason: 'Toch weer ik.' });
    expect(desk.escalation().owner).to.equal(olga.id);
    expect(
      desk.case().cards.filter(({ addressee, state }) => addressee === olga.id && state === 'live'),
    ).to.have.length(1);
  });
});
