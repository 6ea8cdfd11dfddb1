import { expect } from 'chai';
import { verdictCard, wordsOf } from '../../cards/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { aCheck } from '../support/scripted-cases.ts';

const words = wordsOf(aKnowledge());
const at = '2026-11-23T09:00:00.000Z';

describe('since when something deviates', () => {
  const shown = (since: string | null) => {
    const familyCase = aFamilyCase({ plans: 0, createdAt: '2026-09-01T22:30:00.000Z' });
    const finding = { kind: 'deviates', plan: { kind: 'none' }, regisseur: { kind: 'none' } } as const;
    const deviation = { code: 'plan-none', weight: 'deviates', since, about: [], details: [] } as const;
    const complete = { ...aCheck(finding).complete, deviations: [deviation] };
    const verdict = { label: 'Gezin', finding, familyCase, complete, lookedAt: new Date(at), planKinds: [] };
    return JSON.stringify(verdictCard({ ...verdict, fileRef: null }, words));
  };

  it('is said to be unknown where nobody wrote it down, with since when this family is looked at', () => {
    expect(shown(null)).to.include(
      'Er is geen plan. Het is niet bekend sinds wanneer. Wij kijken hier naar sinds woensdag 2 september 2026.',
    );
    expect(shown(null)).to.not.include('Er is geen plan. Sinds');
  });

  it('is the day itself where it is known', () => {
    expect(shown('2026-10-05')).to.include('Er is geen plan. Sinds maandag 5 oktober 2026.');
  });
});
