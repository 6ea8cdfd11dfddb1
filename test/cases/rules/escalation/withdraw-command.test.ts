import { expect } from 'chai';
import { anEscalatedCase, anEscalation } from '../../../support/a-family-case.ts';
import { at, changed, decideIt, run, withdrawIt } from './commands.ts';

describe('withdrawing an escalation', () => {
  it('tells the filer and the officer, and needs no reason', () => {
    const { familyCase, escalation } = changed(run(anEscalatedCase(), withdrawIt({ reason: '' })));
    expect(escalation.state).to.deep.equal({ kind: 'withdrawn', by: 'worker-1', reason: '', at });
    const told = familyCase.notices.slice(1).map(({ to }) => to);
    expect(told).to.deep.equal([
      { kind: 'actor', id: 'worker-1' },
      { kind: 'actor', id: 'officer-1' },
    ]);
  });

  it('leaves no news where the withdrawal itself was answered, and does anywhere else', () => {
    const filedBy = { kind: 'parent', id: null, name: null } as const;
    const escalations = [anEscalation({ filedBy, replyTo: 'web:eigen-chat' })];
    const toldTo = (answeredAt: string) => {
      const { familyCase } = changed(run(anEscalatedCase({ escalations }), withdrawIt({ by: 'parent', answeredAt })));
      return familyCase.notices.slice(1).map(({ to }) => to);
    };
    const officerOnly = [{ kind: 'actor', id: 'officer-1' }];
    expect(toldTo('web:eigen-chat')).to.deep.equal(officerOnly);
    expect(toldTo('web:andere-chat')).to.deep.equal([{ kind: 'address', key: 'web:eigen-chat' }, ...officerOnly]);
    const byWorker = changed(run(anEscalatedCase(), withdrawIt({ answeredAt: 'worker-1' })));
    expect(byWorker.familyCase.notices.slice(1).map(({ to }) => to)).to.deep.equal(officerOnly);
  });

  it('happens once, and closes it for a decision', () => {
    const { familyCase, escalation } = changed(run(anEscalatedCase(), withdrawIt()));
    expect(run(familyCase, withdrawIt()).kind).to.equal('unchanged');
    expect(run(familyCase, withdrawIt({ commandId: 'other' }))).to.deep.equal({
      kind: 'already-withdrawn',
      at,
      escalation,
    });
    expect(run(familyCase, decideIt()).kind).to.equal('already-withdrawn');
  });
});
