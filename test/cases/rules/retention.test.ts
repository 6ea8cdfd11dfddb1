import { expect } from 'chai';
import fc from 'fast-check';
import type { FamilyCase } from '../../../cases/index.ts';
import { eraseCase, type KeepDays, retentionOf } from '../../../cases/index.ts';
import { makeMemoryAuditLog, makeMemoryRegister } from '../../../register/index.ts';
import { aFamilyCase, anEscalatedCase, anEscalation, aPlan, aRegisseur } from '../../support/a-family-case.ts';
import { someSettings } from '../../support/case-world.ts';

const today = '2026-11-22';
const keep: KeepDays = { filing: 30, family: 365 };
const context = { settings: someSettings, today };

const ended = { plans: [aPlan({ endedOn: '2020-03-01' })], regisseurs: [aRegisseur({ until: '2020-03-01' })] };
const closed = (wishes: Parameters<typeof aFamilyCase>[0] = {}) =>
  aFamilyCase({ createdAt: '2020-01-01T10:00:00.000Z', ...ended, ...wishes });
const decision = {
  verdict: 'granted',
  reason: 'Ja.',
  effectiveOn: '2020-05-01',
  by: { id: 'o', name: 'O' },
  at: '2020-04-01T10:00:00.000Z',
} as const;
const aftercare = {
  since: '2020-03-01',
  contact: 'W',
  moments: [],
  relapseSigns: [],
  relapsePlan: 'Bel.',
  chronicReviewOn: null,
  endedOn: null,
};
const measure = {
  id: 'm',
  measureKind: 'ots',
  since: '2020-01-01',
  until: null,
  firstAppointmentBy: '2020-01-08',
  firstAppointmentOn: '2020-01-05',
};
const request = {
  id: 'r',
  requestKind: 'regisseur',
  words: { text: 'Help', sha256: 'h', writtenAt: '2020-01-01T10:00:00.000Z' },
  on: '2020-01-01',
  from: 'ouder',
  askedOf: 'CJG',
  answers: [],
  endedOn: null,
} as const;
const [notice] = anEscalatedCase().notices;

/** Each of these alone keeps a case open, however old. */
const runs: Readonly<Record<string, readonly [string, Partial<FamilyCase>]>> = {
  'a request without an end': ['work', { requests: [request] }],
  'a filing that waits': ['escalation', { escalations: [anEscalation({ state: { kind: 'filed' } })] }],
  'a decision of which nothing was learned yet': [
    'escalation',
    { escalations: [anEscalation({ state: { kind: 'decided', decision } })] },
  ],
  'news that was not brought': ['notice', { notices: notice === undefined ? [] : [notice] }],
  'a plan without an end': ['plan', { plans: [aPlan({ endedOn: null })] }],
  'a plan that ends today': ['plan', { plans: [aPlan({ endedOn: today })] }],
  'a regisseur': ['regisseur', { regisseurs: [aRegisseur({ until: null })] }],
  'a measure': ['measure', { measures: [measure] }],
  aftercare: ['aftercare', { aftercare }],
  'a chronic family': ['work', { aftercare: { ...aftercare, chronicReviewOn: '2020-06-01' } }],
};

describe('how long a case is kept (T5)', () => {
  for (const [what, [because, part]] of Object.entries(runs))
    it(`is for good while there is ${what}`, () => {
      const retention = retentionOf(closed(part), keep, context);
      expect(retention.kind).to.equal('open');
      expect(retention).to.have.property('because').that.includes(because);
    });

  it('counts from the last thing that was written down or ended', () => {
    const at = (audit: string) => closed({ audit: [{ at: audit, event: 'x', actor: 'w', subject: 's' }] });
    expect(retentionOf(closed(), keep, context)).to.deep.equal({
      kind: 'passed',
      closedOn: '2020-03-01',
      lastDay: '2021-03-01',
    });
    // In Amsterdam it is the next day already.
    expect(retentionOf(at('2025-11-21T23:30:00.000Z'), keep, context)).to.deep.equal({
      kind: 'kept',
      closedOn: '2025-11-22',
      lastDay: today,
    });
    expect(retentionOf(at('2025-11-21T12:00:00.000Z'), keep, context).kind).to.equal('passed');
  });

  it('has a term of its own for a filing that belongs to no family', () => {
    const withdrawn = anEscalation({
      state: { kind: 'withdrawn', by: 'parent', reason: '', at: '2026-11-01T10:00:00.000Z' },
    });
    const filing = closed({ family: { kind: 'unmatched' }, escalations: [withdrawn] });
    expect(retentionOf(filing, { filing: 30, family: null }, context).kind).to.equal('passed');
    expect(retentionOf(filing, { filing: null, family: 1 }, context).kind).to.equal('no-term');
  });

  it('never passes earlier with a longer term, and never at all without one', () => {
    const days = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(days, days, (one, other) => {
        const passes = (family: number) => retentionOf(closed(), { ...keep, family }, context).kind === 'passed';
        if (passes(Math.max(one, other))) expect(passes(Math.min(one, other))).to.equal(true);
      }),
    );
    expect(retentionOf(closed(), { filing: 1, family: null }, context).kind).to.equal('no-term');
  });
});

describe('erasing a case (T5 P21)', () => {
  const by = { actor: 'administrator:a', because: 'term-passed' } as const;
  const world = async (familyCase: FamilyCase) => {
    const register = makeMemoryRegister();
    const auditLog = makeMemoryAuditLog();
    await register.commit({ ...familyCase, version: 1 });
    return { register, auditLog, settings: someSettings, now: () => new Date('2026-11-22T10:00:00.000Z') };
  };

  it('takes it away after the line in the audit log', async () => {
    const deps = await world(closed());
    expect(await eraseCase(deps, 'case-1', by, keep)).to.deep.equal({ kind: 'erased' });
    expect(await deps.register.read('case-1')).to.equal(undefined);
    expect(deps.auditLog.lines().map(({ event, subject }) => [event, subject])).to.deep.equal([
      ['case-erased:term-passed', 'case-1'],
    ]);
  });

  it('takes nothing away when the audit log can not be written', async () => {
    const deps = await world(closed());
    const broken = { ...deps, auditLog: { append: () => Promise.reject(new Error('full')) } };
    const fault = await eraseCase(broken, 'case-1', by, keep).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(Error);
    expect((await deps.register.read('case-1'))?.id).to.equal('case-1');
  });

  it('never takes an open case away, not when the family asks either', async () => {
    for (const [, part] of Object.values(runs))
      for (const because of ['term-passed', 'asked-by-family'] as const) {
        const deps = await world(closed(part));
        expect((await eraseCase(deps, 'case-1', { ...by, because }, keep)).kind).to.equal('still-open');
        expect((await deps.register.read('case-1'))?.id).to.equal('case-1');
        expect(deps.auditLog.lines()).to.deep.equal([]);
      }
  });

  it('leaves what somebody changed meanwhile, and says in the audit log that nothing was erased', async () => {
    const deps = await world(closed());
    const first = await deps.register.read('case-1');
    const register = {
      ...deps.register,
      read: async () => {
        await deps.register.commit({ ...closed(), version: 2 });
        return first;
      },
    };
    expect(await eraseCase({ ...deps, register }, 'case-1', by, keep)).to.deep.equal({ kind: 'changed-meanwhile' });
    expect((await deps.register.read('case-1'))?.version).to.equal(2);
    expect(deps.auditLog.lines().map(({ event }) => event)).to.deep.equal([
      'case-erased:term-passed',
      'not-carried-out',
    ]);
  });

  it('says of a case that is not past its term, or not there, that it was not erased', async () => {
    const deps = await world(closed());
    expect((await eraseCase(deps, 'case-1', by, { filing: 1, family: 36_500 })).kind).to.equal('not-yet');
    expect((await eraseCase(deps, 'nobody', by, keep)).kind).to.equal('not-found');
    expect(await eraseCase(deps, 'case-1', { ...by, because: 'asked-by-family' })).to.deep.equal({ kind: 'erased' });
  });
});
