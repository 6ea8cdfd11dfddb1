import { expect } from 'chai';
import { findOnePlan } from '../../../cases/index.ts';
import { aFamilyCase, aPlan, aRegisseur, type CaseWishes } from '../../support/a-family-case.ts';
import { someSettings } from '../../support/case-world.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
type Answers = Parameters<typeof findOnePlan>[1];

const look = (wishes: CaseWishes, answers: Answers = []) =>
  findOnePlan(aFamilyCase(wishes), answers, someSettings, now);
const planOf = (wishes: CaseWishes) => {
  const finding = look(wishes);
  return finding.kind === 'unknown' ? finding : finding.plan;
};
const regisseurOf = (wishes: CaseWishes) => {
  const finding = look(wishes);
  return finding.kind === 'unknown' ? finding : finding.regisseur;
};

describe('findOnePlan', () => {
  it('is in order with one agreed, current plan and one regisseur', () => {
    expect(look({})).to.deep.equal({
      kind: 'in-order',
      plan: { kind: 'one', planId: 'plan-1' },
      regisseur: { kind: 'one', regisseurId: 'regisseur-1', since: '2026-09-01' },
    });
  });

  it('deviates without a plan, and an application form is no plan', () => {
    expect(look({ plans: 0 }).kind).to.equal('deviates');
    expect(planOf({ plans: 0 })).to.deep.equal({ kind: 'none' });
    expect(planOf({ plans: [aPlan({ planKind: 'ondersteuningsplan' })] })).to.deep.equal({ kind: 'none' });
    expect(planOf({ plans: [aPlan(), aPlan({ id: 'form', planKind: 'ondersteuningsplan' })] }).kind).to.equal('one');
  });

  it('deviates with two plans that both run', () => {
    expect(planOf({ plans: 2 })).to.deep.equal({ kind: 'several', planIds: ['plan-1', 'plan-2'] });
    expect(planOf({ plans: [aPlan(), aPlan({ id: 'old', endedOn: '2026-11-22' })] }).kind).to.equal('one');
    expect(planOf({ plans: [aPlan({ endedOn: '2026-11-23' })] }).kind).to.equal('one');
  });

  it('calls a plan outdated after its review date, or after the set time without one', () => {
    const outdated = (since: string) => ({ kind: 'outdated', planId: 'plan-1', since });
    expect(planOf({ plans: [aPlan({ reviewBy: '2026-11-22' })] })).to.deep.equal(outdated('2026-11-22'));
    expect(planOf({ plans: [aPlan({ reviewBy: '2026-11-23' })] }).kind).to.equal('one');
    const agreed = { reviewBy: null, agreedOn: '2025-11-22' };
    expect(planOf({ plans: [aPlan(agreed)] })).to.deep.equal(outdated('2026-11-22'));
    expect(planOf({ plans: [aPlan({ ...agreed, agreedOn: '2025-11-23' })] }).kind).to.equal('one');
  });

  for (const [what, plan] of [
    ['members', { members: ['ouder-1'] }],
    ['domains', { domains: ['jeugdhulp'] }],
    ['priorities', { priorities: [] }],
    ['owner', { owner: ' ' }],
    ['owner', { owner: null }],
    ['agreed-on', { agreedOn: null }],
    ['agreed-on', { agreedOn: '2026-11-24' }],
  ] as const)
    it(`says that ${what} is missing when the plan has ${JSON.stringify(plan)}`, () => {
      expect(planOf({ plans: [aPlan(plan)] })).to.deep.equal({ kind: 'incomplete', planId: 'plan-1', missing: [what] });
    });

  it('names everything that is missing', () => {
    const plan = aPlan({ members: [], domains: [], priorities: [], owner: null });
    const missing = ['members', 'domains', 'priorities', 'owner'];
    expect(planOf({ plans: [plan] })).to.deep.equal({ kind: 'incomplete', planId: 'plan-1', missing });
  });

  it('tells none, several, gone and cannot-lead apart', () => {
    expect(regisseurOf({ regisseurs: 0 })).to.deep.equal({ kind: 'none' });
    const two = { kind: 'several', regisseurIds: ['regisseur-1', 'regisseur-2'] };
    expect(regisseurOf({ regisseurs: 2 })).to.deep.equal(two);
    const unable = [aRegisseur({ canLead: 'no' })];
    expect(regisseurOf({ regisseurs: unable })).to.deep.equal({ kind: 'cannot-lead', regisseurId: 'regisseur-1' });
    expect(regisseurOf({ regisseurs: [aRegisseur({ canLead: 'unknown' })] }).kind).to.equal('one');
  });

  it('says who was the last regisseur and since when there is none', () => {
    const regisseurs = [
      aRegisseur({ id: 'second', since: '2026-03-01', until: '2026-11-22' }),
      aRegisseur({ id: 'first', since: '2026-01-01', until: '2026-03-01' }),
      aRegisseur({ id: 'next', since: '2026-12-01' }),
    ];
    expect(regisseurOf({ regisseurs })).to.deep.equal({ kind: 'gone', regisseurId: 'second', since: '2026-11-22' });
    expect(regisseurOf({ regisseurs: [aRegisseur({ until: '2026-11-23' })] }).kind).to.equal('one');
    expect(regisseurOf({ regisseurs: [aRegisseur({ since: '2026-11-24' })] })).to.deep.equal({ kind: 'none' });
  });

  it('is unknown, never none, when a source that must answer is unavailable or has no adapter', () => {
    const unavailable: Answers = [{ name: 'zaaksysteem', answer: { kind: 'unavailable', because: 'time-out' } }];
    const unknown = { kind: 'unknown', because: ['zaaksysteem'], asOf: '2026-11-23T09:00:00.000Z' };
    const wishes = { sources: ['zaaksysteem'], plans: 0, regisseurs: 0 };
    expect(look(wishes, unavailable)).to.deep.equal(unknown);
    expect(look(wishes, [])).to.deep.equal(unknown);
    expect(look({ sources: ['zaaksysteem'] }, [])).to.deep.equal(unknown);
    expect(look({ sources: [] }, unavailable).kind).to.equal('in-order');
  });

  it('counts what a source knows beside the register, and the same person or plan once', () => {
    const answered = (answer: { plans?: number; regisseurs?: readonly ReturnType<typeof aRegisseur>[] }): Answers => [
      {
        name: 'zaaksysteem',
        answer: {
          kind: 'answered',
          plans: Array.from({ length: answer.plans ?? 0 }, (_, index) => aPlan({ id: `plan-${index + 1}` })),
          regisseurs: answer.regisseurs ?? [],
        },
      },
    ];
    const sources = ['zaaksysteem'];
    expect(look({ sources }, answered({ plans: 1 })).kind).to.equal('in-order');
    expect(look({ sources }, answered({ plans: 2 })).kind).to.equal('deviates');
    const same = aRegisseur({ id: 'rol-7', name: 'r.  1', organisation: 'TEAM EEN' });
    expect(look({ sources }, answered({ regisseurs: [same] })).kind).to.equal('in-order');
    expect(look({ sources }, answered({ regisseurs: [aRegisseur({ id: 'rol-8', name: 'B.' })] })).kind).to.equal(
      'deviates',
    );
  });
});
