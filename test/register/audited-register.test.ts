import { expect } from 'chai';
import type { AuditLine, FamilyCase, Register } from '../../cases/index.ts';
import { auditedRegister, makeMemoryAuditLog, makeMemoryRegister } from '../../register/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { registerContract } from '../support/register-contract.ts';

const line = (event: string): AuditLine => ({
  at: '2026-11-23T09:00:00.000Z',
  event,
  actor: 'officer-1',
  subject: 'escalation-1',
});

const next = (before: FamilyCase, ...events: readonly string[]): FamilyCase => ({
  ...before,
  version: before.version + 1,
  audit: [...before.audit, ...events.map(line)],
});

const inMemory = (wishes: { readonly register?: Partial<Register>; readonly writable?: () => boolean } = {}) => {
  const log = makeMemoryAuditLog();
  const inner = makeMemoryRegister();
  const auditLog = {
    append: (one: AuditLine) =>
      (wishes.writable?.() ?? true) ? log.append(one) : Promise.reject(new Error('no room on this disk')),
  };
  const register = auditedRegister({ ...inner, ...wishes.register }, auditLog);
  return { register, inner, events: () => log.lines().map(({ event }) => event) };
};

const fresh = aFamilyCase({ id: 'case-1', version: 0, audit: [] });

describe('the register whose changes stand in the audit log', () => {
  it('has what a change adds in the log, once and in order', async () => {
    const { register, events } = inMemory();
    const first = next(fresh, 'escalation-filed');
    await register.commit(first);
    await register.commit(next(first, 'escalation-taken', 'escalation-decided'));
    expect(events()).to.deep.equal(['escalation-filed', 'escalation-taken', 'escalation-decided']);
  });

  it('changes nothing when the log can not be written, and goes on when it can again', async () => {
    let writable = false;
    const { register, events } = inMemory({ writable: () => writable });
    const fault = await register.commit(next(fresh, 'escalation-filed')).then(
      () => 'stored',
      (thrown: unknown) => String(thrown),
    );
    expect(fault).to.contain('no room on this disk');
    expect(await register.read('case-1')).to.equal(undefined);
    writable = true;
    expect(await register.commit(next(fresh, 'escalation-filed'))).to.deep.equal({ kind: 'committed' });
    expect(events()).to.deep.equal(['escalation-filed']);
  });

  it('logs the one decision of fifty that come at once', async () => {
    const { register, events } = inMemory();
    const filed = next(fresh, 'escalation-filed');
    await register.commit(filed);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => register.commit(next(filed, 'decided'))));
    expect(outcomes.filter(({ kind }) => kind === 'committed')).to.have.length(1);
    expect(events()).to.deep.equal(['escalation-filed', 'decided']);
  });

  it('says of a logged action that it was not carried out when the case could not be stored', async () => {
    const { register, events } = inMemory({ register: { commit: () => Promise.reject(new Error('disk full')) } });
    const fault = await register.commit(next(fresh, 'escalation-filed')).then(
      () => 'stored',
      (thrown: unknown) => String(thrown),
    );
    expect(fault).to.contain('disk full');
    expect(events()).to.deep.equal(['escalation-filed', 'not-carried-out']);
  });

  it('writes no line for a change that adds none to the audit', async () => {
    const { register, events } = inMemory();
    await register.commit(next(fresh));
    expect(events()).to.deep.equal([]);
  });
});

registerContract('audited', () => Promise.resolve(auditedRegister(makeMemoryRegister(), makeMemoryAuditLog())));
