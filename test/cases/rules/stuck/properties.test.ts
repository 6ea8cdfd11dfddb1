import { expect } from 'chai';
import fc from 'fast-check';
import {
  type FamilyCase,
  filersIn,
  filingsOf,
  fireRules,
  growStuck,
  isOpen,
  stuckCardOf,
  walkCard,
} from '../../../../cases/index.ts';
import { decide, type EscalationCommand } from '../../../../cases/rules/escalation.ts';
import { storedCaseSchema } from '../../../../register/stored-case.ts';
import { aFamilyCase } from '../../../support/a-family-case.ts';
import { aFact, aHistory, decisions, growContext, livedThrough } from '../../../support/a-history.ts';
import { sha256, someSettings } from '../../../support/case-world.ts';

const lastDay = '2026-04-30';
const cardOf = ({ facts, stuck }: FamilyCase) => stuckCardOf({ facts, stuck }, someSettings, lastDay);
interface Person {
  readonly kind: 'parent' | 'worker' | 'officer';
  readonly id: string | null;
  readonly does: 'file' | 'withdraw';
}

/** Somebody files, or takes back; half of the time nobody does anything. */
const aPerson = fc.option(
  fc.record<Person>({
    kind: fc.constantFrom('parent', 'worker', 'officer'),
    id: fc.constantFrom('worker-1', 'worker-2', 'officer-1'),
    does: fc.constantFrom('file', 'file', 'file', 'withdraw'),
  }),
  { freq: 2, nil: null },
);

const commandOf = ({ kind, id, does }: Person, place: number, { escalations }: FamilyCase): EscalationCommand => {
  const commandId = `command-${place}`;
  const by = kind === 'parent' ? null : id;
  if (does === 'withdraw')
    return {
      ...{ kind: 'withdraw', commandId, by: by ?? 'parent', reason: '' },
      escalationId: escalations.at(-1)?.id ?? 'none',
    };
  return {
    ...{ kind: 'file', commandId, by: { kind, id: by, name: by }, summary: null, replyTo: null },
    ownWords: `Woorden ${place}`,
    answers: { complex: 'unknown', stuck: 'unknown', harm: 'unknown' },
    followCodeHash: `hash-${place}`,
  };
};

const isUp = (familyCase: FamilyCase): boolean => {
  const card = cardOf(familyCase);
  return card !== null && card.state.kind !== 'closed';
};

describe('the stuck rules, on any history', () => {
  it('never give two open cards for one family, in ten thousand histories', () => {
    let openedSome = 0;
    fc.assert(
      fc.property(aHistory(6), (facts) => {
        const after = livedThrough(
          facts,
          () => lastDay,
          (familyCase) => {
            expect(familyCase.escalations.filter(isOpen).length).to.be.at.most(1);
            expect(familyCase.notices.length).to.equal(familyCase.cards.length);
          },
        );
        openedSome += after.escalations.length;
        expect(after.escalations.length).to.equal(new Set(after.stuck.escalationIds).size);
      }),
      { numRuns: 10_000 },
    );
    expect(openedSome).to.be.greaterThan(1000);
  }).timeout(20_000);

  it("never give two open escalations when people file in between, and lose nobody's words, in ten thousand histories", () => {
    let joinedSome = 0;
    fc.assert(
      fc.property(aHistory(6), fc.array(aPerson, { minLength: 6, maxLength: 6 }), (facts, people) => {
        let familyCase = aFamilyCase({ workers: ['worker-1', 'worker-2', 'officer-1'] });
        const said: string[] = [];
        const step = (next: FamilyCase) => {
          familyCase = next;
          expect(familyCase.escalations.filter(isOpen).length).to.be.at.most(1);
          const kept = familyCase.escalations.flatMap(filingsOf).map(({ ownWords }) => ownWords);
          expect(kept.map(({ text }) => text)).to.include.members(said);
          for (const { text, sha256: hash } of kept) expect(hash).to.equal(sha256(text));
          for (const one of familyCase.escalations) expect(filersIn(one)).to.not.include(one.owner);
        };
        facts.forEach((fact, place) => {
          const withFact = { ...familyCase, facts: [...familyCase.facts, fact] };
          step(growStuck(withFact, growContext(lastDay)).familyCase);
          const person = people[place] ?? null;
          if (person === null) return;
          const outcome = decide(familyCase, commandOf(person, place, familyCase), growContext(lastDay));
          if (outcome.kind !== 'changed') return;
          if (person.does === 'file') said.push(`Woorden ${place}`);
          step(outcome.familyCase);
        });
        const stored = storedCaseSchema.safeParse({ ...familyCase, version: 1 });
        expect(stored.error?.issues ?? []).to.deep.equal([]);
        joinedSome += familyCase.escalations.filter(({ joined }) => joined.length > 0).length;
      }),
      { numRuns: 10_000 },
    );
    expect(joinedSome).to.be.greaterThan(1000);
  }).timeout(60_000);

  it('keep an open card open when any fact is added that decides nothing', () => {
    let kept = 0;
    fc.assert(
      fc.property(aHistory(8), fc.nat({ max: 7 }), (facts, place) => {
        const before = livedThrough(facts, () => lastDay);
        if (!isUp(before)) return;
        const one = facts[place % facts.length];
        const signals = one?.signals.filter((code) => !decisions.includes(code)) ?? [];
        // Back-dated: it was entered last, and happened before all or some of the others.
        const late = aFact({ id: 'late', date: one?.date ?? lastDay, seq: 99, signals });
        const after = livedThrough([...facts, late], () => lastDay);
        expect(isUp(after)).to.equal(true);
        kept += 1;
      }),
      { numRuns: 1000 },
    );
    expect(kept).to.be.greaterThan(300);
  });

  it('give the same whatever the order in which facts were entered, as long as day and seq are the same', () => {
    fc.assert(
      fc.property(aHistory(10), fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (facts, keys) => {
        const shuffled = facts
          .map((fact, index) => ({ fact, key: keys[index] ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ fact }) => fact);
        expect(fireRules(shuffled, someSettings, lastDay)).to.deep.equal(fireRules(facts, someSettings, lastDay));
      }),
      { numRuns: 1000 },
    );
  });

  it('find the same day by day as all at once, when nothing is back-dated', () => {
    fc.assert(
      fc.property(aHistory(8), (facts) => {
        const inOrder = [...facts].sort((one, other) => one.date.localeCompare(other.date) || one.seq - other.seq);
        const lived = livedThrough(
          inOrder.map((fact, index) => ({ ...fact, seq: index + 1 })),
          ({ date }) => date,
        );
        const last = inOrder.at(-1)?.date ?? lastDay;
        const atOnce = fireRules(lived.facts, someSettings, last).filter(({ rule, on }) => rule !== 'K2' || on < last);
        expect(lived.stuck.findings.map(({ key }) => key)).to.have.members(atOnce.map(({ key }) => key));
      }),
      { numRuns: 500 },
    );
  });

  it('never fire a finding twice, and rest every finding on facts that are there', () => {
    fc.assert(
      fc.property(aHistory(10), (facts) => {
        const found = fireRules(facts, someSettings, lastDay);
        expect(new Set(found.map(({ key }) => key)).size).to.equal(found.length);
        const known = new Set(facts.map(({ id }) => id));
        for (const { factIds } of found) {
          expect(factIds.length).to.be.greaterThan(0);
          expect(factIds.every((id) => known.has(id))).to.equal(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('open the card on the day of the first finding that files, and re-open it only after it closed or waited', () => {
    fc.assert(
      fc.property(aHistory(10), (facts) => {
        const findings = fireRules(facts, someSettings, lastDay);
        const input = { facts, findings, stops: [], pushes: [], settings: someSettings, through: lastDay };
        const card = walkCard(input);
        const first = findings.find(({ deskOn }) => deskOn !== null);
        expect(card?.openedOn).to.equal(first?.deskOn ?? undefined);
        const sorted = [...(card?.reopened ?? [])].sort();
        expect(card?.reopened ?? []).to.deep.equal(sorted);
        expect(new Set(sorted).size).to.equal(sorted.length);
      }),
      { numRuns: 1000 },
    );
  });
});
