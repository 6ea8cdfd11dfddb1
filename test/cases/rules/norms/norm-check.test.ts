import { expect } from 'chai';
import { type FamilyCase, type NormId, normCheck, trackedPromises } from '../../../../cases/index.ts';
import { aDesk, aLesson, anOrder } from '../../../support/a-desk.ts';
import { aFamilyCase, anEscalation } from '../../../support/a-family-case.ts';
import { sha256, someSettings } from '../../../support/case-world.ts';

const decision = {
  kind: 'decide',
  verdict: 'granted',
  reason: 'Er komt een regisseur.',
  effectiveOn: '2026-11-23',
} as const;

const check = (familyCase: FamilyCase, today: string) => {
  const escalation = familyCase.escalations.at(-1) ?? anEscalation();
  const findings = normCheck({ familyCase, escalation, settings: someSettings, today, sha256 });
  return (norm: NormId) => {
    const found = findings.find((one) => one.norm === norm);
    return `${found?.answer ?? 'absent'}: ${(found?.evidence ?? []).map(({ code }) => code).join(' ')}`;
  };
};

describe('the norms on one escalation', () => {
  it('are answered yes when it went as it should', () => {
    const desk = aDesk({ familyCase: aFamilyCase({ lifeDomains: [] }) });
    desk.setTime('2026-11-23T10:00:00.000Z');
    desk.does({ kind: 'take' });
    desk.does({ kind: 'summarise', text: 'De ouder zoekt een regisseur.' });
    desk.says({ kind: 'confirm-summary' });
    desk.does(decision);
    desk.does({ kind: 'close', lesson: { ...aLesson, by: 'Teamleider', due: '2027-01-01' } });
    const norm = check(desk.case(), '2026-11-24');
    expect(norm('N1')).to.equal('yes: words-unchanged');
    expect(norm('N2')).to.equal('yes: confirmed-by-parent');
    expect(norm('N3')).to.equal('yes: decided-with-reason');
    expect(norm('N4')).to.equal('no: safety-skipped domains-not-looked-at');
    expect(norm('N5')).to.equal('yes: no-repetition');
    expect(norm('N6')).to.equal('yes: could-react reactions');
    expect(norm('N7')).to.equal('yes: no-referrals');
    expect(norm('V1')).to.equal('yes: acknowledged person');
    expect(norm('V2')).to.equal('yes: owners');
    expect(norm('V3')).to.equal('yes: day-promised');
    expect(norm('V5')).to.equal('yes: promised decided');
    expect(norm('V7')).to.equal('yes: first-asked regisseur-and-plan');
    expect(norm('L1')).to.equal('yes: lesson-sent lesson-with-day');
  });

  it('are answered unknown while it is too early to say', () => {
    const norm = check(aDesk().case(), '2026-11-23');
    for (const id of ['N3', 'N4', 'V1', 'V4', 'V5', 'V6', 'V7', 'L1'] as const)
      expect(norm(id), id).to.match(/^unknown/);
  });

  it('see words that were changed, wherever they stand', () => {
    const desk = aDesk();
    desk.says({ kind: 'comment', about: 'own-words', text: 'Ik belde.' });
    const [comment] = desk.escalation().comments;
    const changed = {
      ...desk.escalation(),
      comments: [{ ...comment!, words: { ...comment!.words, text: 'Ik mailde.' } }],
    };
    const norm = check({ ...desk.case(), escalations: [changed] }, '2026-11-23');
    expect(norm('N1')).to.equal('no: words-changed');
  });

  it('see what was late, what nobody said, and a summary that nobody asked the parent about', () => {
    const desk = aDesk();
    desk.does({ kind: 'summarise', text: 'Een samenvatting.' });
    const silent = check({ ...desk.case(), escalations: [{ ...desk.escalation(), steps: [] }] }, '2026-12-08');
    expect(silent('N2')).to.equal('no: not-put-to-parent');
    expect(silent('V1')).to.equal('no: acknowledged nobody-yet');
    expect(silent('V5')).to.equal('no: promised');
    desk.on('2026-12-08');
    expect(check(desk.case(), '2026-12-08')('V5')).to.equal('yes: promised raised');
    const late = aDesk();
    late.on('2026-12-21');
    expect(check(late.case(), '2026-12-21')('V5')).to.equal('no: promised');
  });

  it('see referrals without an outcome, signals that wait, things without a day', () => {
    const facts = { facts: [{ ...aFact, id: 'f' }] };
    const referral = { id: 'r', factId: 'f', to: 'MEE', purpose: 'regie', on: '2026-10-01', by: 'w' } as const;
    const signal = {
      id: 's',
      factId: 'f',
      code: 'cry-for-help',
      from: 'ouder',
      words: null,
      owner: 'w',
      due: '2026-11-01',
      moves: [],
      handled: null,
    } as const;
    const promise = {
      id: 'p',
      what: 'Wij bellen',
      toWhom: 'ouder',
      owner: 'w',
      madeOn: '2026-10-01',
      due: null,
      keptOn: null,
      missedOn: null,
    };
    const familyCase = aFamilyCase({
      ...facts,
      escalations: [anEscalation()],
      referrals: [{ ...referral, outcome: { kind: 'sent' } }],
      signals: [signal],
      promises: [promise],
    });
    const norm = check(familyCase, '2026-11-23');
    expect(norm('N7')).to.equal('no: referral-without-outcome');
    expect(norm('V4')).to.equal('no: signal-waits');
    expect(norm('V3')).to.equal('no: promise-without-day');
    expect(norm('N6')).to.equal('unknown: steps-not-kept');
  });
});

const aFact = {
  date: '2026-10-01',
  seq: 1,
  recordedAt: '2026-10-01T09:00:00.000Z',
  by: { kind: 'worker', id: 'w', name: 'Wil Werker' },
  signals: ['recommendation'],
  note: 'Stel een regisseur aan',
  requestId: null,
} as const;

describe('the tracker of promises', () => {
  it('puts what is late in front, shows what has no day as such, and counts what was missed', () => {
    const undated = { ...aFact, id: 'f2', signals: ['commitment-without-date' as const], note: 'Wij komen erop terug' };
    const desk = aDesk({ familyCase: aFamilyCase({ facts: [{ ...aFact, id: 'f1' }, undated] }) });
    desk.says({ kind: 'propose', subject: 'regisseur', who: 'Rik', text: 'Laat Rik het doen.' });
    desk.does({ ...decision, order: anOrder });
    desk.on('2026-12-02');
    const shown = trackedPromises(desk.case(), '2026-12-02').map(
      ({ kind, state, missed }) => `${kind} ${state} ${missed}`,
    );
    expect(shown).to.deep.equal([
      'order late 1',
      'recommendation undated 0',
      'commitment undated 0',
      'proposal undated 0',
      'answer kept 0',
    ]);
  });

  it('keeps the change that was learned as a promise, kept late or without a day', () => {
    const desk = aDesk();
    desk.does({ ...decision, order: anOrder });
    desk.on('2026-12-02');
    desk.does({ kind: 'order-carried-out', orderId: desk.escalation().orders[0]?.id ?? '', on: '2026-12-02' });
    desk.does({ kind: 'close', lesson: aLesson });
    const shown = trackedPromises(desk.case(), '2026-12-02').map(({ kind, state }) => `${kind} ${state}`);
    expect(shown).to.deep.equal(['lesson undated', 'order kept-late', 'answer kept']);
  });
});
