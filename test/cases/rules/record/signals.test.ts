import { expect } from 'chai';
import fc from 'fast-check';
import { type CaseEntry, isDay } from '../../../../cases/index.ts';
import { recordEntry } from '../../../../cases/rules/record/record.ts';
import { aFamilyCase } from '../../../support/a-family-case.ts';
import { sha256, someSettings } from '../../../support/case-world.ts';

const today = '2026-11-23';
const team = ['worker-1', 'worker-2', 'worker-3'];
const someDay = fc.constantFrom(today, '2026-12-01', '2026-11-01', '2031-02-30', '', 'morgen');
/** Which signal, by its place; there may be none. */
const somePlace = fc.nat(2).map(String);

const anEntry: fc.Arbitrary<CaseEntry> = fc.oneof(
  fc.record({
    kind: fc.constant('signals' as const),
    codes: fc.subarray(['complaint', 'cry-for-help', 'no-plan', 'many-agencies'] as const),
    from: fc.constantFrom('ouder', ''),
    words: fc.constantFrom(null, 'Niemand luistert.'),
    note: fc.constant(null),
    on: someDay,
  }),
  fc.record({
    kind: fc.constant('signal-owner' as const),
    signalId: somePlace,
    owner: fc.constantFrom(...team, ...team, 'stranger', ''),
    due: fc.oneof(fc.constant('2026-12-01'), someDay),
    why: fc.oneof(fc.constant('Zij gaat er morgen naartoe.'), fc.constantFrom('', 'kort')),
    on: fc.oneof(fc.constant(today), someDay),
  }),
  fc.record({
    kind: fc.constant('signal-handled' as const),
    signalId: somePlace,
    what: fc.constantFrom('Gebeld.', ''),
    on: someDay,
  }),
  fc.record({
    kind: fc.constant('request' as const),
    requestKind: fc.constantFrom('help' as const, 'regisseur' as const),
    words: fc.constant('Help ons.'),
    from: fc.constant('ouder'),
    askedOf: fc.constant('CJG'),
    signals: fc.subarray(['overload-parent', 'cry-for-help'] as const),
    on: someDay,
  }),
  fc.record({
    kind: fc.constant('worker-change' as const),
    measureId: fc.constant(null),
    from: fc.constant('Wil'),
    to: fc.constantFrom(null, 'Wim'),
    takenOverOn: fc.constant(null),
    reason: fc.constant('Wil is ziek.'),
    on: someDay,
  }),
);

describe('a signal', () => {
  it('always has an owner and a day, whatever is written down and in whatever order', () => {
    let given = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anEntry, fc.nat(60), fc.constantFrom(...team)), {
          minLength: 6,
          maxLength: 16,
        }),
        (entries) => {
          let ids = 0;
          let familyCase = aFamilyCase({ workers: team });
          for (const [entry, command, id] of entries) {
            const context = {
              now: new Date(`${today}T09:00:00.000Z`),
              settings: someSettings,
              officers: [{ id: 'officer-1', level: 0, absent: [] }],
              newId: () => `id-${(ids += 1)}`,
              sha256,
              by: { kind: 'worker', id, name: id } as const,
            };
            const before = familyCase;
            const about =
              'signalId' in entry
                ? { ...entry, signalId: before.signals[Number(entry.signalId)]?.id ?? 'none' }
                : entry;
            const outcome = recordEntry(familyCase, about, `command-${command}`, context);
            if (outcome.kind === 'changed') familyCase = outcome.familyCase;
            for (const { owner, due } of familyCase.signals) {
              expect(team).to.include(owner);
              expect(isDay(due)).to.equal(true);
            }
            for (const { id: signalId, owner } of before.signals) {
              const after = familyCase.signals.find((one) => one.id === signalId);
              if (after?.owner === owner) continue;
              given += 1;
              expect(after?.moves.at(-1)).to.include({ from: owner, to: after?.owner });
            }
          }
        },
      ),
      { numRuns: 400, seed: 20261123 },
    );
    expect(given, 'signals that changed hands').to.be.greaterThan(10);
  });
});
