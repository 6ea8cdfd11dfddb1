import { createRequire } from 'node:module';
import type * as Parser from 'adaptivecards';
import { expect } from 'chai';
import type { AdaptiveCard } from '../../cards/index.ts';
import {
  decidedCard,
  deskForms,
  escalationBaseCard,
  escalationCard,
  filedCard,
  filingFormCard,
  firstAttempt,
  forSubmit,
  pickFamilyCard,
  verdictCard,
  wordsOf,
} from '../../cards/index.ts';
import type { OnePlanFinding } from '../../cases/index.ts';
import { aFamilyCase, anEscalation, aPlan, aRegisseur } from '../support/a-family-case.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { elementsIn } from '../support/card-walk.ts';
import { aCheck, aDecision, aDeskView } from '../support/scripted-cases.ts';

// The package's own entry does not load in Node as a module; its bundle does.
const bundle: unknown = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
const isParser = (loaded: unknown): loaded is typeof Parser =>
  typeof loaded === 'object' && loaded !== null && 'AdaptiveCard' in loaded && 'SerializationContext' in loaded;
if (!isParser(bundle)) throw new Error('Failed to load adaptivecards: its bundle has no parser. Check its version.');
const adaptivecards = bundle;

const words = wordsOf(aKnowledge());
const cardRef = 'card-0000000000000001';
const CANARY = 'Kanarie';

const verbs = [
  'check',
  'form',
  'file',
  'withdraw',
  'open',
  'take',
  'decide',
  'words',
  'timeline',
  'facts',
  'norms',
  'desk',
].concat([
  ...deskForms.map(({ name }) => `form-${name}`),
  'new-signals',
  'new-request',
  'new-gate',
  'stuck',
  'aftercare',
  'menu',
]);

/** Check C5 of the security list: what a person may type to become markup, a link, a mention or a template. */
const corpus = [
  '[klik](https://evil.example)',
  '[x](javascript:alert(1))',
  '![](http://track.example/1.png)',
  '**vet** # kop',
  '<at>Directeur</at>',
  '<img src=x onerror=1>',
  '{{DATE(2017-02-14T06:00:00Z)}} {{{dubbel}}}',
  '${$root}',
  '\u202Eomgekeerd\u2066',
  'on\u200Bzicht\u2060baar\uFEFF',
  `kop${'\n'.repeat(5000)}staart`,
  'a\u0000b\u001b[31m\u2028c',
  '\uD800los',
  'ë'.repeat(50_000),
  '世'.repeat(8000),
  '"\\'.repeat(4000),
].map((text) => CANARY + text);

interface Found {
  readonly path: string;
  readonly key: string;
  readonly text: string;
  readonly parent: string;
}

/** Every string in the card, with the type of the element it stands in. */
function strings(value: unknown, path = '', key = '', parent = ''): Found[] {
  if (typeof value === 'string') return [{ path, key, text: value, parent }];
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value && typeof value.type === 'string' ? value.type : parent;
  return Object.entries(value).flatMap(([name, inner]) =>
    strings(inner, `${path}/${name}`, Array.isArray(value) ? key : name, type),
  );
}

const finding: OnePlanFinding = {
  kind: 'deviates',
  plan: { kind: 'several', planIds: ['plan-1', 'plan-2'] },
  regisseur: { kind: 'several', regisseurIds: ['regisseur-1', 'regisseur-2'] },
};

/** One card of every kind, with the text of a person wherever a person's or a source's text can come. */
function cardsAbout(text: string): Record<string, AdaptiveCard> {
  const familyCase = aFamilyCase({
    plans: [aPlan({ owner: text }), aPlan({ id: 'plan-2', planKind: text })],
    regisseurs: [aRegisseur({ name: text }), aRegisseur({ id: 'regisseur-2', organisation: text })],
    parties: Array.from({ length: 14 }, (_, at) => ({
      id: `${at}`,
      organisation: text,
      person: null,
      task: text,
      domain: null,
      since: '2026-01-01',
      until: null,
    })),
    sources: [text],
  });
  const escalation = anEscalation({
    ownWords: { text, sha256: 'ab'.repeat(32), writtenAt: '2026-11-22T09:00:00.000Z' },
    summary: text,
    filedBy: { kind: 'worker', id: 'w', name: text },
  });
  const decided = anEscalation({
    state: { kind: 'decided', decision: { ...aDecision, reason: text, by: { id: 'o', name: text } } },
  });
  const withdrawn = anEscalation({
    state: { kind: 'withdrawn', by: 'w', reason: text, at: '2026-11-22T09:00:00.000Z' },
  });
  const view = aDeskView({ label: text, escalation, familyCase, finding });
  const verdict = {
    label: text,
    familyCase,
    lookedAt: new Date('2026-11-22T09:00:00Z'),
    planKinds: ['gezinsplan'],
    fileRef: cardRef,
  };
  const unknown = { kind: 'unknown', because: [text], asOf: '2026-11-22T09:00:00.000Z' } as const;
  return {
    'the verdict': verdictCard({ ...verdict, finding, complete: aCheck(finding).complete }, words),
    'the unknown verdict': verdictCard({ ...verdict, finding: unknown, complete: aCheck(unknown).complete }, words),
    'the picker': pickFamilyCard(
      Array.from({ length: 60 }, () => ({ cardRef, label: text })),
      words,
    ),
    'the form': filingFormCard({ cardRef, about: { label: text }, finding, attempt: firstAttempt }, words),
    'the pushed card': escalationBaseCard(escalation, cardRef, words),
    'the escalation': escalationCard(view, words),
    'the decision': decidedCard(decided, words),
    'the withdrawal': decidedCard(withdrawn, words),
  };
}

describe('text of people on cards', () => {
  for (const text of corpus) {
    it(`stands under TextRun.text only and can do nothing: ${JSON.stringify(text.slice(0, 40))}`, () => {
      for (const [name, card] of Object.entries(cardsAbout(text))) {
        for (const form of [card, forSubmit(card)]) {
          const found = strings(form).filter((one) => one.text.includes(CANARY));
          for (const { key, parent, path, text: shown } of found) {
            expect({ key, parent }, `${name} ${path}`).to.deep.equal({ key: 'text', parent: 'TextRun' });
            expect(shown, name).to.not.match(/\{\{|\$\{|[\u0000-\u0009\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/);
          }
          expect(
            elementsIn(form).some(({ type }) => type === 'mention' || type === 'Action.OpenUrl'),
            name,
          ).to.equal(false);
          expect(
            strings(form).filter(({ key }) => key === 'url'),
            name,
          ).to.deep.equal([]);
          expect(new TextEncoder().encode(JSON.stringify(form)).length, name).to.be.lessThan(28_000);
        }
      }
    });
  }

  it('is named, not obeyed, when it would turn the reading direction', () => {
    const text = JSON.stringify(cardsAbout('\u202Eomgekeerd')['the escalation']);
    expect(text).to.include('[U+202E]omgekeerd');
  });

  it('is cut at 4,000 characters with a note that all of it is kept', () => {
    const long = JSON.stringify(cardsAbout('a'.repeat(4001))['the escalation']);
    expect(long).to.include(textOf('kaart.tekst-ingekort'));
    expect(long).to.include('a'.repeat(4000)).and.not.include('a'.repeat(4001));
    expect(JSON.stringify(cardsAbout('a'.repeat(100))['the escalation'])).to.not.include(
      textOf('kaart.tekst-ingekort'),
    );
  });

  it('is never on the pushed card', () => {
    expect(JSON.stringify(cardsAbout(CANARY)['the pushed card'])).to.not.include(CANARY);
  });
});

describe('every card', () => {
  const all: Record<string, AdaptiveCard> = {
    ...cardsAbout('Gezin De Vries'),
    'the form with a choice of families': filingFormCard(
      { cardRef, about: { families: [{ cardRef, label: 'Gezin Bakker' }] }, finding: null, attempt: firstAttempt },
      words,
    ),
    'the filed card': filedCard({ cardRef, escalation: anEscalation(), followCode: 'K7QP-3M2X' }, words),
  };

  for (const [name, card] of Object.entries(all)) {
    for (const [client, form] of [
      ['Teams', card],
      ['the web', forSubmit(card)],
    ] as const) {
      it(`is read without a fault by the client's own parser: ${name}, ${client}`, () => {
        const context = new adaptivecards.SerializationContext();
        const parsed = new adaptivecards.AdaptiveCard();
        parsed.parse(form, context);
        const faults = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
        expect(faults).to.deep.equal([]);
        expect(parsed.getItemCount()).to.equal(form.body.length);
      });
    }

    it(`wraps its texts, labels its inputs and says what is wrong with them: ${name}`, () => {
      for (const element of elementsIn(card)) {
        if (element.type === 'TextBlock') expect(element).to.include({ wrap: true });
        if (element.type.startsWith('Input.')) {
          expect(element.label).to.be.a('string').that.is.not.empty;
          expect(element.errorMessage).to.be.a('string').that.is.not.empty;
        }
      }
      expect(card.fallbackText).to.be.a('string').that.is.not.empty;
    });

    it(`carries an opaque reference and nothing else in its buttons: ${name}`, () => {
      for (const element of elementsIn(card).filter(({ type }) => type.startsWith('Action.'))) {
        expect(element.type).to.equal('Action.Execute');
        expect(element.data).to.have.all.keys('cardRef');
        expect(element.verb).to.be.oneOf(verbs);
      }
    });
  }
});
