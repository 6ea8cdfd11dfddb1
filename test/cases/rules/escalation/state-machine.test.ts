import { expect } from 'chai';
import fc from 'fast-check';
import { storedCaseSchema } from '../../../../register/stored-case.ts';
import { happen } from './state-machine/happen.ts';
import { happenings } from './state-machine/happenings.ts';
import { holds } from './state-machine/holds.ts';
import { look } from './state-machine/rounds.ts';
import { type Phase, phaseOf, World } from './state-machine/world.ts';

describe('an escalation under any sequence of commands, days and crashes', () => {
  it('has never two decisions, no end without a lesson that the parent was told, no day without an owner', function () {
    this.timeout(180_000);
    const seen = new Set<Phase>();
    let wentOn = 0;
    fc.assert(
      fc.property(fc.array(happenings, { minLength: 4, maxLength: 30 }), (sequence) => {
        const world = new World();
        sequence.forEach((happening, place) => {
          happen(world, happening, place);
          holds(world);
        });
        look(world);
        holds(world);
        seen.add(phaseOf(world.escalation));
        wentOn += Number(world.disk.escalations.some(({ steps }) => steps.some(({ kind }) => kind === 'went-on')));
        const stored = storedCaseSchema.safeParse(world.disk);
        expect(stored.error?.issues ?? []).to.deep.equal([]);
      }),
      { numRuns: 10_000 },
    );
    expect(wentOn).to.be.above(100);
    expect([...seen]).to.have.members(['open', 'decided', 'closed', 'withdrawn']);
  });
});
