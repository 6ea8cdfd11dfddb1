import { expect } from 'chai';
import { verdictCard, wordsOf } from '../../cards/index.ts';
import type { OnePlanFinding } from '../../cases/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aCheck } from '../support/scripted-cases.ts';

const words = wordsOf(aKnowledge());
const cardRef = 'card-0000000000000001';

describe('the verdict', () => {
  const look = (found: OnePlanFinding, familyCase = aFamilyCase()) =>
    JSON.stringify(
      verdictCard(
        {
          label: 'Gezin',
          finding: found,
          complete: aCheck(found).complete,
          familyCase,
          lookedAt: new Date('2026-11-22T09:00:00Z'),
          planKinds: ['gezinsplan'],
          fileRef: cardRef,
        },
        words,
      ),
    );

  it('says in order, since when, what was looked at, and offers nothing to file', () => {
    const text = look({
      kind: 'in-order',
      plan: { kind: 'one', planId: 'plan-1' },
      regisseur: { kind: 'one', regisseurId: 'regisseur-1', since: '2026-09-01' },
    });
    expect(text).to.include('✔ Er is één plan.').and.include('✔ Er is één regisseur, sinds dinsdag 1 september 2026.');
    expect(text).to.include('gezinsplan').and.include('22 november 2026').and.include('10:00');
    expect(text).to.not.include(textOf('check.leg-voor'));
  });

  it('says that there is nothing to do only when no deviation has a next step', () => {
    const found: OnePlanFinding = {
      kind: 'in-order',
      plan: { kind: 'one', planId: 'plan-1' },
      regisseur: { kind: 'one', regisseurId: 'regisseur-1', since: '2026-09-01' },
    };
    const { complete } = aCheck(found);
    const shown = (deviations: typeof complete.deviations) =>
      JSON.stringify(
        verdictCard(
          {
            label: 'Gezin',
            finding: found,
            complete: { ...complete, deviations },
            familyCase: aFamilyCase(),
            lookedAt: new Date('2026-11-22T09:00:00Z'),
            planKinds: ['gezinsplan'],
            fileRef: cardRef,
          },
          words,
        ),
      );
    expect(shown([])).to.include(textOf('check.stap.in-order'));
    expect(shown([{ code: 'domains-not-looked-at', weight: 'attention', since: null, about: [], details: [] }]))
      .to.include(textOf('stap.domains-not-looked-at'))
      .and.not.include(textOf('check.stap.in-order'));
  });

  const plans: readonly (readonly [string, OnePlanFinding, RegExp])[] = [
    [
      'no plan, no regisseur',
      { kind: 'deviates', plan: { kind: 'none' }, regisseur: { kind: 'none' } },
      /✖ Er is geen plan\..*✖ Er is geen regisseur\./,
    ],
    [
      'an outdated plan, a regisseur who left',
      {
        kind: 'deviates',
        plan: { kind: 'outdated', planId: 'plan-1', since: '2026-03-01' },
        regisseur: { kind: 'gone', regisseurId: 'regisseur-1', since: '2026-02-01' },
      },
      /verouderd sinds zondag 1 maart 2026.*weg sinds zondag 1 februari 2026/,
    ],
    [
      'an incomplete plan, a regisseur who can not lead',
      {
        kind: 'deviates',
        plan: { kind: 'incomplete', planId: 'plan-1', missing: ['members', 'agreed-on', 'iets'] },
        regisseur: { kind: 'cannot-lead', regisseurId: 'regisseur-1' },
      },
      /de gezinsleden, de datum van de afspraak, iets.*kan de regie niet voeren/,
    ],
    [
      'a regisseur that only another source knows',
      { kind: 'deviates', plan: { kind: 'none' }, regisseur: { kind: 'cannot-lead', regisseurId: 'elders' } },
      /andere bron/,
    ],
  ];
  for (const [name, found, expected] of plans) {
    it(`says what is not in order and offers to file: ${name}`, () => {
      expect(look(found)).to.match(expected).and.include(textOf('check.leg-voor'));
    });
  }

  it('names every regisseur when there is more than one', () => {
    const familyCase = aFamilyCase({ plans: 0, regisseurs: 2 });
    const regisseur = { kind: 'several', regisseurIds: ['regisseur-1', 'regisseur-2'] } as const;
    expect(look({ kind: 'deviates', plan: { kind: 'none' }, regisseur }, familyCase))
      .to.include('R. 1')
      .and.include('R. 2');
  });

  it('says unknown, never none, and names what did not answer', () => {
    const text = look({ kind: 'unknown', because: ['zaaksysteem'], asOf: '2026-11-22T09:00:00.000Z' });
    expect(text).to.include('zaaksysteem').and.include('Onbekend').and.not.include('Er is geen');
  });
});
