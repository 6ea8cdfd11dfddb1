/** What every register must do when many write at the same moment. Part of the contract. */
import { expect } from 'chai';
import { type Archive, makeCases, type Register } from '../../cases/index.ts';
import { aFamilyCase } from './a-family-case.ts';
import { aCaseWorld, aFiling, officer1, officer2, worker1 } from './case-world.ts';
import { next, readWhole } from './register-content.ts';

export const registerRaces = (name: string, open: () => Promise<Register & Archive>): void => {
  describe(`${name} register`, () => {
    let register: Register & Archive;
    beforeEach(async () => {
      register = await open();
    });
    afterEach(() => register.close());

    it('lets one of many commits of the same version win, 20 times', async () => {
      let stored = next(aFamilyCase());
      await register.commit(stored);
      for (let round = 0; round < 20; round += 1) {
        const rivals = Array.from({ length: 20 }, (_, rival) => next(stored, { workers: [`rival-${rival}`] }));
        const outcomes = await Promise.all(rivals.map((rival) => register.commit(rival)));
        const winners = outcomes.flatMap(({ kind }, rival) => (kind === 'committed' ? [rival] : []));
        expect(winners).to.have.length(1);
        stored = await readWhole(register, 'case-1');
        expect(stored.workers).to.deep.equal([`rival-${winners[0]}`]);
      }
    });

    it('shows a loser of a race what the winner stored', async () => {
      const seen = await Promise.all(
        Array.from({ length: 10 }, async (_, rival) => {
          const outcome = await register.commit(next(aFamilyCase({ workers: [`rival-${rival}`] })));
          return outcome.kind === 'conflict' ? (await readWhole(register, 'case-1')).version : 1;
        }),
      );
      expect(seen).to.deep.equal(Array.from({ length: 10 }, () => 1));
    });

    it('lets either a change or an erasing win, never both', async () => {
      for (let round = 0; round < 20; round += 1) {
        const first = next(aFamilyCase({ id: `race-${round}` }));
        await register.commit(first);
        const [changed, erased] = await Promise.all([register.commit(next(first)), register.erase(first.id, 1)]);
        expect([changed.kind, erased.kind].sort()).to.deep.equal(['committed', 'conflict']);
        expect((await register.read(first.id))?.version).to.equal(changed.kind === 'committed' ? 2 : undefined);
      }
    });

    it('takes one decision of fifty at once, 20 times, and the others hear who and when', async () => {
      for (let round = 0; round < 20; round += 1) {
        const id = `race-${round}`;
        const world = await aCaseWorld({ register, cases: [aFamilyCase({ id })] });
        const prefixed = { ...world.deps, newId: () => `${id}-${world.deps.newId()}` };
        const cases = makeCases(prefixed);
        await cases.file(worker1, aFiling({ caseId: id }), 'file');
        const [card] = (await world.stored(id)).cards;
        const outcomes = await Promise.all(
          Array.from({ length: 50 }, (_, rival) => {
            const verdict = rival % 2 === 0 ? 'granted' : 'refused';
            const input = { verdict, reason: `Reden van nummer ${rival}.`, effectiveOn: '2026-12-01' } as const;
            return cases.decide(officer1, card!.cardRef, input, `decide-${rival}`);
          }),
        );
        const { escalations, audit, notices } = await world.stored(id);
        const state = escalations[0]!.state;
        const decision = state.kind === 'decided' ? state.decision : undefined;
        expect(outcomes.filter(({ kind }) => kind === 'card')).to.have.length(1);
        const others = outcomes.filter((outcome) => outcome.kind === 'already-decided');
        expect(others).to.have.length(49);
        for (const other of others) expect(other.decision).to.deep.equal(decision);
        expect(audit.filter(({ event }) => event === 'escalation-decided')).to.have.length(1);
        expect(notices.filter(({ noticeKind }) => noticeKind === 'escalation-decided')).to.have.length(1);
      }
    });

    it('files the same command of a parent once, also when it comes in ten times at the same moment', async () => {
      const world = await aCaseWorld({ register });
      const parent = { kind: 'parent', address: 'web:contract' } as const;
      const filing = aFiling({ caseId: null, replyTo: 'web:contract' });
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => world.cases.file(parent, filing, 'same')));
      const filed = outcomes.flatMap((outcome) => (outcome.kind === 'filed' ? [outcome] : []));
      expect(new Set(filed.map(({ escalation }) => escalation.id)).size).to.equal(1);
      expect(filed).to.have.length(10);
      expect(filed.filter(({ followCode }) => followCode !== null)).to.have.length(1);
      expect(await register.casesForOfficer(officer1.id)).to.have.length(1);
      expect(await register.casesForOfficer(officer2.id)).to.have.length(0);
    });
  });
};
