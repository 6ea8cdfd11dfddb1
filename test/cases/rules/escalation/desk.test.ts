import { expect } from 'chai';
import { dueItems } from '../../../../cases/index.ts';
import { aDesk, aLesson, anOrder, aRegisseurInput, dora, olga, otto } from '../../../support/a-desk.ts';
import { aFamilyCase, aPlan } from '../../../support/a-family-case.ts';
import { sha256 } from '../../../support/case-world.ts';

const decision = {
  kind: 'decide',
  verdict: 'granted',
  reason: 'Er komt een regisseur.',
  effectiveOn: '2026-12-01',
} as const;

const problemsIn = (outcome: { readonly kind: string }) =>
  'fields' in outcome && Array.isArray(outcome.fields)
    ? outcome.fields.map(({ field, problem }) => `${field} ${problem}`)
    : outcome.kind;

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

describe('a decision', () => {
  it('says no on a rule only with an alternative or the maatwerk route', () => {
    const refused = { ...decision, verdict: 'refused' } as const;
    for (const bare of [
      { rule: 'Geen SKJ-registratie' },
      { blocker: 'law' },
      { blocker: 'own-institution' },
    ] as const) {
      expect(aDesk().does({ ...refused, ...bare }).kind).to.equal('bare-refusal');
      expect(aDesk().does({ ...refused, ...bare, alternative: ' ' }).kind).to.equal('bare-refusal');
      expect(aDesk().does({ ...refused, ...bare, alternative: 'Een coach met registratie' }).kind).to.equal('changed');
      expect(aDesk().does({ ...refused, ...bare, maatwerk: true }).kind).to.equal('changed');
    }
    expect(aDesk().does({ ...refused, blocker: 'capacity' }).kind).to.equal('changed');
  });

  it('is "not for us" only with who it is for, and then asks whether that helped', () => {
    const desk = aDesk();
    const elsewhere = { ...decision, verdict: 'elsewhere' } as const;
    expect(problemsIn(desk.does(elsewhere))).to.deep.equal(['to missing']);
    desk.does({ ...elsewhere, to: 'Het expertteam' });
    expect(desk.escalation()).to.have.nested.property('state.decision.grounds.to', 'Het expertteam');
    expect(desk.escalation().helped?.askOn).to.equal('2026-12-15');
  });

  it('is an order with what, ground and day, owned until it is carried out', () => {
    const desk = aDesk();
    const bad = { to: '', what: '', basis: '', due: '2026-11-01' };
    expect(problemsIn(desk.does({ ...decision, order: bad }))).to.deep.equal([
      'orderTo missing',
      'orderWhat missing',
      'orderBasis missing',
      'orderDue in-the-past',
    ]);
    desk.does({ ...decision, order: anOrder });
    expect(desk.told().filter((one) => one.startsWith('parent'))).to.deep.equal(['parent: decided']);
    expect(dueItems(desk.escalation()).map(({ kind, due }) => `${kind} ${due}`)).to.deep.equal([
      'order 2026-12-01',
      'helped 2026-12-15',
      'lesson 2026-12-15',
    ]);
    const orderId = desk.escalation().orders[0]?.id ?? '';
    desk.does({ kind: 'order-blocked', orderId, blocker: 'capacity', reason: 'Er is een wachtlijst.' });
    expect(desk.escalation().orders[0]).to.deep.include({ blocker: 'capacity', done: null });
    const done = { kind: 'order-carried-out', orderId, on: '2026-11-23' } as const;
    expect(problemsIn(desk.does({ ...done, on: '2026-11-22' }))).to.deep.equal(['on in-the-past']);
    expect(problemsIn(desk.does({ ...done, on: '2026-11-24' }))).to.deep.equal(['on in-the-future']);
    desk.does(done);
    expect(desk.does({ ...done, on: '2026-11-23' }).kind).to.equal('not-open');
  });

  it('names the one regisseur, ends the one before, and starts the clock of the plan', () => {
    const desk = aDesk({ familyCase: aFamilyCase({ plans: [], regisseurs: 1 }) });
    const over = { ...decision, regisseur: { ...aRegisseurInput, name: '' } };
    expect(problemsIn(desk.does(over))).to.deep.equal(['name missing']);
    desk.does({ ...decision, regisseur: aRegisseurInput });
    const leads = desk.case().regisseurs.filter(({ until }) => until === null);
    expect(leads.map(({ name, since }) => `${name} ${since}`)).to.deep.equal(['Rik Regie 2026-11-23']);
    expect(desk.case().regisseurs[0]?.until).to.equal('2026-11-22');
    expect(desk.case().facts.at(-1)?.signals).to.deep.equal(['regisseur-assigned']);
    expect(desk.escalation().planBy).to.equal('2027-01-04');
    desk.put({ ...desk.case(), plans: [aPlan({ agreedOn: '2026-12-20' })] });
    desk.on('2026-12-21');
    expect(desk.escalation().planBy).to.equal(null);
    expect(desk.kinds()).to.include('plan-agreed').and.not.include('plan-missed');
  });

  it('is never of who filed it, whatever the action', () => {
    const by = { kind: 'officer', id: olga.id, name: olga.name } as const;
    const desk = aDesk({ file: { by } });
    expect(desk.escalation().owner).to.equal(otto.id);
    const actions = [
      decision,
      { kind: 'take' },
      { kind: 'take-over', reason: 'Ik doe het zelf.' },
      { kind: 'close', lesson: aLesson },
    ] as const;
    for (const action of actions) expect(desk.does(action).kind, action.kind).to.equal('own-escalation');
    expect(desk.does({ kind: 'hand-over', to: olga.id, reason: 'Doe jij het maar.' }, otto).kind).to.equal('invalid');
  });
});

describe('closing', () => {
  it('is refused without each of the three fields', () => {
    const desk = aDesk();
    expect(desk.does({ kind: 'close', lesson: aLesson }).kind).to.equal('not-decided');
    desk.does(decision);
    for (const field of ['cameAcross', 'why', 'changes'] as const)
      expect(problemsIn(desk.does({ kind: 'close', lesson: { ...aLesson, [field]: ' kort ' } }))).to.deep.equal([
        `${field} too-short`,
      ]);
    desk.does({ kind: 'close', lesson: aLesson });
    expect(desk.told().at(-1)).to.equal('parent: closed');
    expect(desk.escalation().closing).to.deep.include({ told: { kind: 'address' }, published: null });
    expect(desk.does({ kind: 'close', lesson: aLesson }).kind).to.equal('already-closed');
    expect(desk.does(decision).kind).to.equal('already-decided');
    expect(dueItems(desk.escalation())).to.deep.equal([]);
  });

  it('is refused while the proposal of the parent, an order, a call or a complaint has no answer', () => {
    const desk = aDesk();
    desk.says({ kind: 'propose', subject: 'regisseur', who: 'Rik Regie', text: 'Laat Rik het doen.' });
    desk.says({ kind: 'ask-call-back', reach: 'Na vier uur' });
    desk.says({ kind: 'complain', statements: ['Niemand belde.', ' '] });
    desk.does({ ...decision, order: anOrder });
    const { proposals, orders, callBacks, complaints } = desk.escalation();
    const because = () => {
      const outcome = desk.does({ kind: 'close', lesson: aLesson });
      return outcome.kind === 'cannot-close' ? outcome.because : outcome.kind;
    };
    expect(because()).to.equal('proposal-unanswered');
    const answer = {
      kind: 'answer-proposal',
      proposalId: proposals[0]?.id ?? '',
      reason: 'Rik is niet geregistreerd.',
    } as const;
    expect(desk.does({ ...answer, verdict: 'refused', rule: 'SKJ' }).kind).to.equal('bare-refusal');
    desk.does({ ...answer, verdict: 'refused', rule: 'SKJ', alternative: 'Rik samen met Team Een' });
    expect(because()).to.equal('order-open');
    desk.does({ kind: 'order-carried-out', orderId: orders[0]?.id ?? '', on: '2026-11-23' });
    expect(because()).to.equal('call-back-open');
    desk.does({ kind: 'call-back-done', callBackId: callBacks[0]?.id ?? '', on: '2026-11-23' });
    expect(because()).to.equal('complaint-open');
    const [complaint] = complaints;
    const statement = {
      id: complaint?.statements[0]?.id ?? '',
      finding: 'founded',
      reason: 'Er is niet gebeld.',
    } as const;
    const given = { kind: 'answer-complaint', complaintId: complaint?.id ?? '', lesson: aLesson } as const;
    expect(problemsIn(desk.does({ ...given, statements: [] }))).to.deep.equal(['statements missing']);
    expect(problemsIn(desk.does({ ...given, statements: [{ ...statement, facts: [] }] }))).to.deep.equal([
      'facts missing',
    ]);
    expect(problemsIn(desk.does({ ...given, statements: [{ ...statement, facts: ['made up'] }] }))).to.deep.equal([
      'facts unknown',
    ]);
    const fact = desk.escalation().steps.find(({ kind }) => kind === 'call-back-promised')?.id ?? '';
    desk.does({ ...given, statements: [{ ...statement, facts: [fact] }] });
    expect(desk.escalation().complaints[0]?.statements[0]?.answer?.facts).to.deep.equal([
      { on: '2026-11-23', what: 'stap.call-back-promised', ref: fact },
    ]);
    expect(because()).to.equal('changed');
  });

  it('of what nobody filed needs how the parent was told', () => {
    const familyCase = aFamilyCase({ workers: [] });
    const desk = aDesk({ familyCase, file: { by: { kind: 'system', id: null, name: null }, replyTo: null } });
    desk.does(decision);
    expect(problemsIn(desk.does({ kind: 'close', lesson: aLesson }))).to.deep.equal(['toldHow missing']);
    const told = { how: 'Gebeld met de ouder', on: '2026-11-23' };
    expect(desk.does({ kind: 'close', lesson: aLesson, told }).kind).to.equal('changed');
    expect(desk.escalation().closing?.told).to.deep.equal({ kind: 'in-person', ...told });
  });

  it('can be opened again, with a new promise and what came before kept', () => {
    const desk = aDesk();
    desk.does(decision);
    desk.does({ kind: 'close', lesson: aLesson });
    desk.setTime('2026-12-21T09:00:00.000Z');
    desk.does({ kind: 'reopen', reason: 'De regisseur kwam niet.' }, { id: dora.id, name: dora.name });
    expect(desk.escalation()).to.deep.include({ state: { kind: 'filed' }, closing: null, due: '2027-01-06', level: 0 });
    expect(desk.escalation().earlier).to.have.length(1);
    expect(desk.escalation().earlier[0]).to.deep.include({
      verdict: 'granted',
      lesson: { ...aLesson, by: null, due: null },
    });
    expect(desk.does(decision).kind).to.equal('invalid');
    expect(desk.does({ ...decision, effectiveOn: '2027-01-04' }).kind).to.equal('changed');
  });
});
