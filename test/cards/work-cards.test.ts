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
import { openWork, stuckCardOf } from '../../cases/index.ts';
import { aFullFamily, many } from '../support/a-full-family.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { dataIn, wherein } from '../support/card-walk.ts';
import { someSettings } from '../support/case-world.ts';
import { aCheck } from '../support/scripted-cases.ts';

const words = wordsOf(aKnowledge());
const CANARY = 'Kanarie';
const MARKUP = `${CANARY} [klik](https://evil.example) **vet** <at>x</at> {{DATE(2017-02-14T06:00:00Z)}} \${$root}`;
const LONG = `${CANARY} ${'漢'.repeat(4000)}`;
const today = '2026-11-23';
const cardRef = 'card-0000000000000001';
const at = '2026-11-23T09:00:00.000Z';

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
  const context = {
    familyCase,
    today,
    attempt: firstAttempt,
    planKinds: ['gezinsplan'],
    providers: providers(text),
    team: [{ id: 'worker-1', name: text }],
  };
  const news = { cardRef, label, today, answerDays: 14, planDays: 42, team: context.team };
  const recorded = (id: string) =>
    ({ kind: 'recorded', familyCase, id, found: familyCase.stuck.findings.slice(0, 5), card }) as const;
  const work = many((place) => ({
    caseId: `case-${place}`,
    label: text,
    cardRef,
    familyCase,
    items: openWork(familyCase, someSettings, today),
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
