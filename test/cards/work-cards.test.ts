import { expect } from 'chai';
import {
  aftercareCard,
  digestCard,
  digestCounts,
  firstAttempt,
  forSubmit,
  gateFormCard,
  menuCard,
  recordedCard,
  stuckCardCard,
  verdictCard,
  workCard,
  workFormCard,
  workForms,
  wordsOf,
} from '../../cards/index.ts';
import { type FamilyCase, stuckCardOf } from '../../cases/index.ts';
import { aFamilyCase, aParty, aPlan, aRegisseur } from '../support/a-family-case.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { dataIn, wherein } from '../support/card-walk.ts';
import { aCheck } from '../support/scripted-cases.ts';

const words = wordsOf(aKnowledge());
const CANARY = 'Kanarie';
const MARKUP = `${CANARY} [klik](https://evil.example) **vet** <at>x</at> {{DATE(2017-02-14T06:00:00Z)}} \${$root}`;
const LONG = `${CANARY} ${'漢'.repeat(4000)}`;
const today = '2026-11-23';
const cardRef = 'card-0000000000000001';
const at = '2026-11-23T09:00:00.000Z';
const many = <T>(make: (place: number) => T, count = 40) => Array.from({ length: count }, (_, place) => make(place));

/** A family of which everything was written down, each word of people the same text. */
function aFullFamily(text: string): FamilyCase {
  const by = { kind: 'worker', id: 'worker-1', name: text } as const;
  const ownWords = { text, sha256: 'a'.repeat(64), writtenAt: at };
  return aFamilyCase({
    label: text,
    plans: [aPlan({ planKind: text, owner: text, priorities: [text], agreedBy: [text] }), aPlan({ id: 'plan-2' })],
    regisseurs: [aRegisseur({ name: text, organisation: text }), aRegisseur({ id: 'regisseur-2', name: text })],
    parties: many((place) => aParty({ id: `party-${place}`, organisation: text, task: text, person: text })),
    facts: many((place) => ({
      id: `fact-${place}`,
      date: today,
      seq: place,
      recordedAt: at,
      by,
      signals: ['cry-for-help'],
      note: 'Bewaard.',
      requestId: null,
    })),
    requests: many((place) => ({
      id: `fact-${place}`,
      requestKind: 'help',
      words: ownWords,
      on: today,
      from: text,
      askedOf: text,
      answers: [],
      endedOn: null,
    })),
    signals: many((place) => ({
      id: `signal-${place}`,
      factId: 'fact-1',
      code: 'cry-for-help',
      from: text,
      words: ownWords,
      owner: 'worker-1',
      due: today,
      handled: null,
    })),
    referrals: many((place) => ({
      id: `referral-${place}`,
      factId: `fact-${place}`,
      to: `${place} ${text}`,
      purpose: text,
      on: today,
      by: text,
      outcome: { kind: 'refused', on: today, reason: text },
    })),
    tasks: many((place) => ({ id: `task-${place}`, what: text, who: text, agreedOn: today, due: today, doneOn: null })),
    trajectories: many((place) => ({
      id: `trajectory-${place}`,
      what: text,
      organisation: text,
      since: null,
      until: null,
      helped: 'no',
    })),
    measures: many((place) => ({
      id: `measure-${place}`,
      measureKind: text,
      since: today,
      until: null,
      firstAppointmentBy: today,
      firstAppointmentOn: null,
    })),
    handovers: many((place) => ({
      id: `handover-${place}`,
      factId: `fact-${place}`,
      measureId: `measure-${place}`,
      from: text,
      to: text,
      on: today,
      takenOverOn: null,
      reason: text,
      done: [],
    })),
    promises: many((place) => ({
      id: `promise-${place}`,
      what: text,
      toWhom: text,
      owner: text,
      madeOn: today,
      due: today,
      keptOn: null,
      missedOn: null,
    })),
    aftercare: {
      since: today,
      contact: text,
      moments: many(() => ({ due: today, doneOn: null, relapse: false, note: text }), 4),
      relapseSigns: [text],
      relapsePlan: text,
      chronicReviewOn: today,
      endedOn: null,
    },
    stuck: {
      findings: many((place) => ({
        key: `K6@fact-${place}`,
        rule: 'K6',
        variant: null,
        mode: 'file',
        on: today,
        seq: place,
        deskOn: today,
        factIds: [`fact-${place}`],
        count: null,
      })),
      stops: many((place) => ({ key: `K6@fact-${place}`, by, reason: text, on: today, at }), 20),
      pushes: [],
      escalationIds: [],
    },
  });
}

function allCards(text: string) {
  const familyCase = aFullFamily(text);
  const label = text;
  const card = stuckCardOf(familyCase, { planOutdatedAfterDays: 365 }, today);
  const finding = {
    kind: 'deviates',
    plan: { kind: 'several', planIds: ['plan-1', 'plan-2'] },
    regisseur: { kind: 'none' },
  } as const;
  const deviations = familyCase.measures.map(({ id }) => ({
    code: 'no-fixed-worker' as const,
    weight: 'attention' as const,
    since: today,
    about: [id],
    details: ['wonen', text],
  }));
  const complete = { ...aCheck(finding).complete, by: text, lookedAt: ['register', text], deviations };
  const context = { familyCase, today, attempt: firstAttempt, planKinds: ['gezinsplan'], providers: providers(text) };
  const news = { cardRef, label, today, answerDays: 14, planDays: 42 };
  const recorded = (id: string) =>
    ({ kind: 'recorded', familyCase, id, found: familyCase.stuck.findings.slice(0, 5), card }) as const;
  const work = many((place) => ({
    caseId: `case-${place}`,
    label: text,
    cardRef,
    items: [{ kind: 'request-open' as const, id: '1', due: today, overdue: true, since: today }],
  }));
  return {
    verdict: verdictCard(
      {
        label,
        finding,
        familyCase,
        complete,
        lookedAt: new Date(at),
        planKinds: ['gezinsplan'],
        fileRef: cardRef,
        note: 'Bewaard.',
      },
      words,
    ),
    menu: menuCard({ cardRef, label, familyCase }, words),
    aftercare: aftercareCard({ cardRef, label, familyCase, today }, words),
    gate: gateFormCard({ cardRef, label, today, attempt: firstAttempt }, words),
    stuck: stuckCardCard({ cardRef, label, familyCase, card, today, attempt: firstAttempt }, words),
    work: workCard(work, words),
    digest: digestCard(digestCounts(work), cardRef, words),
    ...Object.fromEntries(
      workForms.map((form) => [
        `form ${form.name}`,
        workFormCard({ form, view: { ...context, cardRef, label } }, words),
      ]),
    ),
    ...Object.fromEntries(
      workForms.map(({ name }) => [
        `recorded ${name}`,
        recordedCard({ ...news, name, recorded: recorded('fact-1') }, words),
      ]),
    ),
  };
}

const providers = (text: string) =>
  many((place) => ({
    id: `p${place}`,
    naam: text,
    kanRegie: 'ja' as const,
    wachtlijstSinds: today,
    registraties: [text],
    levert: [text],
  }));

/** Where words of people may stand: in a TextRun, in a plain list that reads no Markdown, and in a field of a form. */
const safePlaces = ['TextRun.text', 'Input.Text.value', 'object.title', 'object.value'];

describe('the cards about the work with a family', () => {
  it('show words of people only where clients read no markup, whole or for the web', () => {
    for (const [name, card] of Object.entries(allCards(MARKUP))) {
      for (const form of [card, forSubmit(card)]) {
        expect(
          wherein(form, CANARY).filter((place) => !safePlaces.includes(place)),
          name,
        ).to.deep.equal([]);
        expect(JSON.stringify(form), name).to.not.match(/\{\{DATE|\$\{\$root/);
      }
    }
  });

  it('keep lists with words of people plain', () => {
    for (const [name, card] of Object.entries(allCards(MARKUP))) {
      for (const element of card.body.filter(({ type }) => type === 'Input.ChoiceSet')) {
        const personal = JSON.stringify(element['choices']).includes(CANARY);
        if (personal) expect(element, name).to.include({ style: 'compact' }).and.not.have.property('isMultiSelect');
      }
    }
  });

  it('carry nothing but an opaque reference in their buttons', () => {
    for (const [name, card] of Object.entries(allCards('Gezin')))
      for (const data of dataIn(card)) expect(data, name).to.deep.equal({ cardRef });
  });

  it('offer at most six buttons beside each other, because Teams shows no more', () => {
    for (const [name, card] of Object.entries(allCards('Gezin'))) {
      const sets = card.body.flatMap((element) => (Array.isArray(element['actions']) ? [element['actions']] : []));
      for (const actions of [card.actions ?? [], ...sets]) expect(actions.length, name).to.be.at.most(6);
    }
  });

  it('fit in a message of Teams at their largest', () => {
    for (const text of [LONG, CANARY.repeat(600)]) {
      const sizes = Object.entries(allCards(text)).map(([name, card]) => [
        name,
        Buffer.byteLength(JSON.stringify(card)),
      ]);
      expect(sizes.filter(([, size]) => Number(size) > 28 * 1024)).to.deep.equal([]);
    }
  });
});
