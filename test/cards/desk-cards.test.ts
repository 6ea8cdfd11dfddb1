import { expect } from 'chai';
import {
  type AdaptiveCard,
  complaintAnswerCard,
  decidedDeskCard,
  deskFormCard,
  deskForms,
  type DeskView,
  escalationBaseCard,
  escalationCard,
  factsCard,
  faultOf,
  filerStateCard,
  firstAttempt,
  forSubmit,
  normsCard,
  overviewCard,
  ownWordsCard,
  timelineCard,
  wordsOf,
} from '../../cards/index.ts';
import { blockers, type Escalation, type EscalationStep, stepKinds } from '../../cases/index.ts';
import { aFamilyCase, anEscalation, aParty } from '../support/a-family-case.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { wherein } from '../support/card-walk.ts';
import { aDecision, aDeskView } from '../support/scripted-cases.ts';

const words = wordsOf(aKnowledge());
const at = '2026-11-22T09:00:00.000Z';
const CANARY = 'Kanarie';

/** An escalation in which everything happened that can happen, with the same text of people everywhere. */
function full(text: string): Escalation {
  const kept = { text, sha256: 'ab'.repeat(32), writtenAt: at };
  const by = { id: 'o-1', name: text };
  const many = <T>(make: (id: string) => T): readonly T[] =>
    Array.from({ length: 20 }, (_, place) => make(`id-${place}`));
  const lesson = { cameAcross: text, why: text, changes: text, by: text, due: null };
  const step = (kind: EscalationStep['kind'], id: string): EscalationStep => ({
    id,
    kind,
    at,
    by: { kind: 'officer', ...by },
    reason: text,
    day: '2026-12-01',
    about: null,
    owner: 'o-1',
    due: '2026-12-04',
  });
  return anEscalation({
    filedBy: { kind: 'worker', id: 'w', name: text },
    onBehalf: { relation: 'relative', name: text, consent: { how: text, on: '2026-11-20' } },
    ownWords: kept,
    summary: text,
    reading: { by: { kind: 'parent' }, at, answer: { kind: 'corrected', words: kept } },
    steps: stepKinds.map((kind, place) => step(kind, `step-${place}`)),
    comments: many((id) => ({ id, about: 'step-1', by: { kind: 'parent' }, words: kept })),
    proposals: many((id) => ({ id, subject: 'other', who: text, words: kept, by: { kind: 'parent' }, answer: null })),
    questions: many((id) => ({
      id,
      question: text,
      of: { kind: 'outside', name: text },
      by,
      at,
      due: '2026-12-01',
      answer: null,
      missedOn: null,
    })),
    orders: many((id) => ({
      id,
      to: text,
      what: text,
      basis: text,
      by,
      at,
      due: '2026-12-01',
      nextDue: '2026-12-01',
      owner: 'o-1',
      blocker: 'law',
      missed: ['2026-11-01'],
      done: null,
    })),
    callBacks: many((id) => ({
      id,
      reach: text,
      askedAt: at,
      due: '2026-12-01',
      nextDue: '2026-12-01',
      owner: 'o-1',
      missed: [],
      done: null,
    })),
    complaints: [true, false].map((answered) => ({
      id: `complaint-${String(answered)}`,
      at,
      by: { kind: 'parent' },
      due: '2027-01-03',
      nextDue: '2027-01-03',
      owner: 'o-1',
      missed: [],
      statements: many((id) => ({
        id,
        words: kept,
        answer: answered
          ? { finding: 'founded', reason: text, facts: [{ on: '2026-11-20', what: text, ref: 'f' }] }
          : null,
      })),
      answered: answered ? { at, by, lesson } : null,
    })),
  });
}

function fullView(text: string, escalation = full(text)): DeskView {
  const facts = Array.from({ length: 60 }, (_, seq) => ({
    id: `fact-${seq}`,
    date: '2026-10-01',
    seq,
    recordedAt: at,
    by: { kind: 'worker' as const, id: 'w', name: text },
    signals: ['many-agencies' as const, 'no-plan' as const],
    note: text,
    requestId: null,
  }));
  const familyCase = aFamilyCase({
    facts,
    workers: ['w', 'w-2'],
    escalations: [escalation],
    parties: Array.from({ length: 14 }, (_, place) => aParty({ id: `${place}`, organisation: text, task: text })),
  });
  const officers = [
    { id: 'o-1', name: text },
    { id: 'o-2', name: text },
  ];
  return aDeskView({ escalation, familyCase, label: text, officers });
}

const decided = (text: string, more: Partial<Escalation> = {}): Escalation => ({
  ...full(text),
  state: {
    kind: 'decided',
    decision: {
      ...aDecision,
      reason: text,
      grounds: { blocker: 'law', rule: text, alternative: text, maatwerk: true, to: text, regisseurId: null },
    },
  },
  ...more,
});

function pages(text: string): Readonly<Record<string, AdaptiveCard>> {
  const view = fullView(text);
  const lesson = { cameAcross: text, why: text, changes: text, by: text, due: null };
  const closing = { at, by: { id: 'o-1', name: text }, lesson, published: null, told: { kind: 'address' } } as const;
  return {
    'the card': escalationCard(view, words),
    'the decided card': decidedDeskCard(fullView(text, decided(text)), words, 'Gedaan.'),
    'the closed card': decidedDeskCard(fullView(text, decided(text, { closing })), words),
    'the steps': timelineCard(view, words),
    'the facts': factsCard(view, words),
    'the own words': ownWordsCard(view, 1, words),
    'the complaint answer': complaintAnswerCard(view, words),
    'the norms': normsCard(view, [{ norm: 'N1', answer: 'no', evidence: [] }], words),
    'the pushed card': escalationBaseCard(view.escalation, view.cardRef, words, 'due'),
    'the state for who filed': filerStateCard(view.escalation, words),
    'the overview': overviewCard(
      Array.from({ length: 60 }, () => view),
      '2026-11-23',
      words,
    ),
  };
}

const size = (card: unknown) => new TextEncoder().encode(JSON.stringify(card)).length;

const hostile = [
  '[klik](https://evil.example) **vet** <at>Directeur</at> {{DATE(2017-02-14T06:00:00Z)}} ${$root}',
  '\u202Eomgekeerd\u2066 on\u200Bzicht',
  `kop${'\n'.repeat(5000)}staart`,
  'ë'.repeat(8000),
  '世'.repeat(8000),
  '"\\'.repeat(4000),
  '\u202E'.repeat(8000),
].map((text) => CANARY + text);

describe('the cards of the desk', () => {
  for (const text of hostile) {
    it(`show words of people in a TextRun only, within 28 KB: ${JSON.stringify(text.slice(0, 30))}`, () => {
      for (const [name, card] of Object.entries(pages(text)))
        for (const form of [card, forSubmit(card)]) {
          for (const place of wherein(form, CANARY)) expect(place, name).to.equal('TextRun.text');
          expect(size(form), name).to.be.lessThan(28_000);
        }
    });
  }

  it('show nothing of a person where everybody can read: pushed, for who filed, in the list', () => {
    for (const name of ['the pushed card', 'the state for who filed', 'the overview'])
      expect(JSON.stringify(pages(CANARY)[name]), name).to.not.include(CANARY);
  });

  it('refresh by themselves with a verb that only looks, but never while somebody fills in a form', () => {
    const shown = pages('tekst');
    for (const name of ['the card', 'the decided card', 'the closed card', 'the pushed card'])
      expect(shown[name]?.refresh?.action, name).to.include({ type: 'Action.Execute', verb: 'open' });
    for (const form of deskForms) {
      const card = deskFormCard({ form, view: fullView('x'), attempt: firstAttempt, nonce: 'n'.repeat(22) }, words);
      expect(card, form.name).to.not.have.property('refresh');
    }
  });
});

describe('the forms of the desk', () => {
  for (const form of deskForms) {
    for (const text of hostile)
      it(`keep within 28 KB with long words around them: ${form.name}, ${JSON.stringify(text.slice(7, 15))}`, () => {
        const escalation = form.name.startsWith('order') ? decided(text) : full(text);
        const card = deskFormCard(
          { form, view: fullView(text, escalation), attempt: firstAttempt, nonce: 'n'.repeat(22) },
          words,
        );
        expect(size(card)).to.be.lessThan(28_000);
        expect(size(forSubmit(card))).to.be.lessThan(28_000);
      });

    it(`send an opaque reference, and say what is wrong at every field: ${form.name}`, () => {
      const read = form.read({ verdict: 'x' }, fullView('x'));
      expect(read.kind).to.equal('wrong');
      if (read.kind !== 'wrong') return;
      const errors = Object.fromEntries(read.fields.map((field) => [field, faultOf(field, words)]));
      const attempt = { typed: { reason: 'Getypt', text: 'Getypt', question: 'Getypt' }, errors };
      const card = deskFormCard({ form, view: fullView('x'), attempt, nonce: 'n'.repeat(22) }, words);
      const text = JSON.stringify(card);
      for (const fault of Object.values(errors)) expect(text.split(JSON.stringify(fault)).length).to.be.at.least(3);
      expect(text).to.include(textOf(`bureau.doe.${form.name}`));
      expect(text).to.match(/"data":\{"cardRef":"card-0000000000000001","form":"n{22}"\}/);
    });
  }
});

describe('the words of the desk', () => {
  it('know every step, blocker and form', () => {
    for (const kind of stepKinds) expect(textOf(`bureau.stap.${kind}`), kind).to.not.equal('');
    for (const blocker of blockers) expect(textOf(`bureau.blok.${blocker}`), blocker).to.not.equal('');
    for (const { name } of deskForms)
      for (const part of ['form', 'uitleg', 'doe', 'klaar', 'knop'])
        expect(textOf(`bureau.${part}.${name}`)).to.not.equal('');
  });
});
