/** Dated facts, made by hand or at random, and a family that lives through them one by one. */
import fc from 'fast-check';
import { type Fact, type FamilyCase, growStuck, type SignalCode, signalCodes } from '../../cases/index.ts';
import { addDays } from '../../cases/rules/werkdagen.ts';
import { aFamilyCase } from './a-family-case.ts';
import { sha256, someSettings } from './case-world.ts';

export const aFact = (overrides: Partial<Fact> & Pick<Fact, 'id' | 'date'>): Fact => ({
  seq: 1,
  recordedAt: `${overrides.date}T12:00:00.000Z`,
  by: { kind: 'worker', id: 'worker-1', name: 'Wil Werker' },
  signals: [],
  note: null,
  requestId: null,
  ...overrides,
});

/** What closes a card, or makes it wait: only these decide. */
export const decisions: readonly SignalCode[] = ['regisseur-assigned', 'plan-agreed'];

/** The codes that rules read come up more often than the others. */
const telling: readonly SignalCode[] = [
  'many-agencies',
  'no-plan',
  'overload-parent',
  'request-for-regisseur',
  'request-for-help',
  'request-granted',
  'request-not-granted',
  'regie-left-with-failing-party',
  'regisseur-assigned',
  'regisseur-lost',
  'change-of-worker',
  'waiting-list',
  'cry-for-help',
  'rejected-on-rule',
  'no-alternative-offered',
  'plan-agreed',
  'aftercare-relapse',
];

const aCode = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...telling) }, fc.constantFrom(...signalCodes));

const firstDay = '2026-01-01';

/** Facts in the order in which somebody entered them: their days go up and down within two months. */
export const aHistory = (most = 10): fc.Arbitrary<readonly Fact[]> =>
  fc
    .array(fc.record({ day: fc.nat({ max: 60 }), signals: fc.uniqueArray(aCode, { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: most,
    })
    .map((entries) =>
      entries.map(({ day, signals }, index) =>
        aFact({ id: `f${index}`, date: addDays(firstDay, day), seq: index + 1, signals }),
      ),
    );

let ids = 0;

export const growContext = (day: string) => ({
  now: new Date(`${day}T09:00:00.000Z`),
  settings: someSettings,
  officers: [{ id: 'officer-1' }, { id: 'officer-2' }],
  newId: () => `id-${(ids += 1)}`,
  sha256,
});

/** The family after these facts came in one by one, the rules being run each time on the day the fact was entered. */
export const livedThrough = (
  facts: readonly Fact[],
  entered: (fact: Fact, index: number) => string,
  each: (familyCase: FamilyCase) => void = () => undefined,
): FamilyCase => {
  let familyCase = aFamilyCase();
  facts.forEach((fact, index) => {
    const withFact = { ...familyCase, facts: [...familyCase.facts, fact] };
    familyCase = growStuck(withFact, growContext(entered(fact, index))).familyCase;
    each(familyCase);
  });
  return familyCase;
};
