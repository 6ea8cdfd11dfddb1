import { expect } from 'chai';
import { type CaseAction, may, type Staff } from '../../../cases/rules/access.ts';
import { aCard, aFamilyCase, anEscalatedCase } from '../../support/a-family-case.ts';

const staff: Record<string, Staff> = {
  'worker with a task': { id: 'worker-1', name: 'A', role: 'worker' },
  'worker without a task': { id: 'worker-2', name: 'B', role: 'worker' },
  'officer with the card': { id: 'officer-1', name: 'C', role: 'officer' },
  'officer who owns it': { id: 'officer-2', name: 'D', role: 'officer' },
  'officer of another area': { id: 'officer-3', name: 'E', role: 'officer' },
  'worker whose id is on the card': { id: 'officer-1', name: 'F', role: 'worker' },
};
const onEscalation = (kind: 'open-card' | 'take' | 'decide' | 'withdraw', escalationId = 'escalation-1') => ({
  kind,
  escalationId,
});
const actions: readonly CaseAction[] = [
  { kind: 'check' },
  { kind: 'file' },
  onEscalation('open-card'),
  onEscalation('take'),
  onEscalation('decide'),
  onEscalation('withdraw'),
];
const allowed: Record<string, readonly string[]> = {
  'worker with a task': ['check', 'file', 'withdraw'],
  'worker without a task': [],
  'officer with the card': ['check', 'open-card', 'take', 'decide'],
  'officer who owns it': ['check', 'open-card', 'take', 'decide'],
  'officer of another area': [],
  'worker whose id is on the card': [],
};

describe('may', () => {
  const escalated = anEscalatedCase({ escalation: { owner: 'officer-2' }, cards: [aCard()] });
  for (const [who, actor] of Object.entries(staff))
    for (const action of actions) {
      const expected = allowed[who]?.includes(action.kind) ?? false;
      it(`${expected ? 'lets' : 'does not let'} a ${who} ${action.kind}`, () => {
        expect(may(actor, action, escalated)).to.equal(expected);
      });
    }

  it('lets an officer near a family only through an escalation', () => {
    const officer = staff['officer with the card']!;
    expect(actions.map((action) => may(officer, action, aFamilyCase()))).to.not.include(true);
    expect(may(officer, onEscalation('decide', 'another-escalation'), escalated)).to.equal(false);
  });

  it('keeps the way to withdraw open for who filed it, also without a task', () => {
    const filer = staff['worker with a task']!;
    expect(may(filer, onEscalation('withdraw'), { ...escalated, workers: [] })).to.equal(true);
    expect(may(filer, { kind: 'check' }, { ...escalated, workers: [] })).to.equal(false);
  });
});
