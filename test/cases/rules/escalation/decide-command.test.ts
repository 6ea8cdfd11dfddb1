import { expect } from 'chai';
import { aCard, anEscalatedCase } from '../../../support/a-family-case.ts';
import { at, changed, decideIt, run, takeIt, withdrawIt } from './commands.ts';

describe('deciding an escalation', () => {
  it('stores who, what, why and from when, and tells the filer', () => {
    const { familyCase, escalation } = changed(run(anEscalatedCase(), decideIt()));
    expect(escalation.state).to.deep.equal({
      kind: 'decided',
      decision: {
        verdict: 'granted',
        reason: 'Team Een levert een regisseur.',
        effectiveOn: '2026-12-01',
        by: { id: 'officer-1', name: 'Olga Officier' },
        at,
      },
    });
    expect(familyCase.notices.map(({ noticeKind }) => noticeKind)).to.deep.equal([
      'escalation-filed',
      'escalation-decided',
    ]);
    expect(familyCase.audit.at(-1)).to.deep.equal({
      at,
      event: 'escalation-decided',
      actor: 'officer-1',
      subject: 'escalation-1',
    });
  });

  it('leaves news for a parent at the address of the conversation, and nowhere when there is none', () => {
    const filedBy = { kind: 'parent', id: null, name: null } as const;
    const reachable = anEscalatedCase({ escalation: { filedBy, replyTo: 'web:1' } });
    expect(changed(run(reachable, decideIt())).familyCase.notices[1]?.to).to.deep.equal({
      kind: 'address',
      key: 'web:1',
    });
    const silent = anEscalatedCase({ escalation: { filedBy, replyTo: null } });
    expect(changed(run(silent, decideIt())).familyCase.notices).to.have.length(1);
  });

  it('is never done by who filed it', () => {
    const filedBy = { kind: 'officer', id: 'officer-1', name: 'Olga Officier' } as const;
    const own = anEscalatedCase({ escalation: { filedBy } });
    expect(run(own, decideIt())).to.deep.equal({ kind: 'own-escalation' });
    expect(run(own, takeIt())).to.deep.equal({ kind: 'own-escalation' });
  });

  it('happens once: a second decision hears who decided and when, the same command gets the same answer', () => {
    const first = changed(run(anEscalatedCase(), decideIt()));
    expect(run(first.familyCase, decideIt())).to.deep.include({ kind: 'unchanged', escalation: first.escalation });
    const second = run(first.familyCase, decideIt({ commandId: 'other', by: { id: 'officer-2', name: 'Otto' } }));
    const { state } = first.escalation;
    expect(second).to.deep.equal({
      kind: 'already-decided',
      decision: state.kind === 'decided' ? state.decision : undefined,
      escalation: first.escalation,
    });
    expect(run(first.familyCase, takeIt()).kind).to.equal('already-decided');
    expect(run(first.familyCase, withdrawIt()).kind).to.equal('already-decided');
  });

  const problems: readonly [string, { reason?: string; effectiveOn?: string }, string, string][] = [
    ['no reason', { reason: '' }, 'reason', 'too-short'],
    ['nine characters between spaces', { reason: '   123456789   ' }, 'reason', 'too-short'],
    ['an endless reason', { reason: 'a'.repeat(4001) }, 'reason', 'too-long'],
    ['a day that does not exist', { effectiveOn: '2026-02-30' }, 'effectiveOn', 'not-a-day'],
    ['a day in words', { effectiveOn: 'morgen' }, 'effectiveOn', 'not-a-day'],
    ['yesterday', { effectiveOn: '2026-11-22' }, 'effectiveOn', 'in-the-past'],
  ];
  for (const [what, input, field, problem] of problems)
    it(`is refused with ${what}`, () => {
      const whole = { verdict: 'granted', reason: 'Een goede reden.', effectiveOn: '2026-12-01', ...input } as const;
      const outcome = run(anEscalatedCase(), decideIt({ input: whole }));
      expect(outcome).to.deep.equal({ kind: 'invalid', fields: [{ field, problem }] });
    });

  it('may start today, on the Dutch calendar', () => {
    const input = { verdict: 'granted', reason: 'Een goede reden.', effectiveOn: '2026-11-23' } as const;
    expect(run(anEscalatedCase(), decideIt({ input })).kind).to.equal('changed');
    const lateEvening = { now: new Date('2026-11-23T23:30:00.000Z') };
    expect(run(anEscalatedCase(), decideIt({ input }), lateEvening).kind).to.equal('invalid');
  });

  it('is refused on a voided card, unless there is a decision to show', () => {
    const voided = anEscalatedCase({ cards: [aCard({ state: 'void' })] });
    expect(run(voided, decideIt())).to.deep.equal({ kind: 'card-void' });
    expect(run(voided, takeIt())).to.deep.equal({ kind: 'card-void' });
  });
});
