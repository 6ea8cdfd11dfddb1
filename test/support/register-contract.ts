/** What every register must do. Each adapter runs this same suite. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Archive, FamilyCase, Register } from '../../cases/index.ts';
import { aCard, aFamilyCase, anEscalatedCase, anEscalation } from './a-family-case.ts';
import { next, readWhole } from './register-content.ts';
import { registerRaces } from './register-races.ts';

export const registerContract = (name: string, open: () => Promise<Register & Archive>): void => {
  describe(`${name} register`, () => {
    let register: Register & Archive;
    beforeEach(async () => {
      register = await open();
    });
    afterEach(() => register.close());

    it('reads back what was committed, and nothing for an id it never saw', async () => {
      const first = next(anEscalatedCase());
      expect(await register.commit(first)).to.deep.equal({ kind: 'committed' });
      expect(await register.read('case-1')).to.deep.equal(first);
      expect(await register.read('case-2')).to.equal(undefined);
    });

    it('refuses any version but the next one, says which is stored, and changes nothing', async () => {
      const first = next(aFamilyCase());
      expect(await register.commit({ ...first, version: 2 })).to.deep.equal({ kind: 'conflict', stored: 0 });
      expect(await register.read('case-1')).to.equal(undefined);
      await register.commit(first);
      for (const version of [1, 3]) {
        const outcome = await register.commit({ ...first, version, workers: ['x'] });
        expect(outcome).to.deep.equal({ kind: 'conflict', stored: 1 });
      }
      expect(await register.read('case-1')).to.deep.equal(first);
    });

    it('gives nobody a way to change what is stored', async () => {
      const workers = ['worker-1'];
      const mine = { ...next(aFamilyCase()), workers };
      await register.commit(mine);
      workers.push('intruder');
      const read = await readWhole(register, 'case-1');
      expect(read.workers).to.deep.equal(['worker-1']);
      expect(() => Reflect.apply(Array.prototype.push, read.workers, ['intruder'])).to.throw(TypeError);
      expect(Reflect.set(read.family, 'label', 'other')).to.equal(false);
      expect(await register.casesOf('intruder')).to.deep.equal([]);
    });

    it('refuses to store what it could not read back', async () => {
      const wrong: readonly Partial<FamilyCase>[] = [
        { id: '../escape' },
        { id: '' },
        { createdAt: 'yesterday' },
        { workers: [''] },
        { version: 0.5 },
      ];
      for (const change of wrong) {
        const failure = await register.commit({ ...next(aFamilyCase()), ...change }).then(
          () => undefined,
          (fault: unknown) => fault,
        );
        expect(failure, JSON.stringify(change)).to.be.instanceOf(Error);
      }
      expect(await register.read('case-1')).to.equal(undefined);
    });

    it('finds a case by card and by follow code, also by a voided card', async () => {
      await register.commit(next(anEscalatedCase({ cards: [aCard(), aCard({ cardRef: 'old', state: 'void' })] })));
      expect(await register.caseOfCard('card-1')).to.equal('case-1');
      expect(await register.caseOfCard('old')).to.equal('case-1');
      expect(await register.caseOfCard('unknown')).to.equal(undefined);
      expect(await register.caseOfFollowCode('hash-of-code')).to.equal('case-1');
      expect(await register.caseOfFollowCode('unknown')).to.equal(undefined);
    });

    it('finds a case by the follow code of everybody who filed, also after it was read back', async () => {
      const withdrawn = { by: 'worker-2', reason: 'Opgelost.', at: '2026-11-23T09:00:00.000Z' };
      const joined = ['hash-2', 'hash-3'].map((followCodeHash, place) => {
        const { ownWords, answers } = anEscalation();
        const filedBy = { kind: 'worker', id: 'worker-2', name: 'Wim Werker' } as const;
        const rest = { summary: null, reading: null, onBehalf: null, replyTo: null };
        return {
          id: followCodeHash,
          filedBy,
          ownWords,
          answers,
          followCodeHash,
          ...rest,
          withdrawn: place ? withdrawn : null,
        };
      });
      await register.commit(next(anEscalatedCase({ escalation: { joined, filingId: 'f-1' } })));
      for (const hash of ['hash-of-code', 'hash-2', 'hash-3'])
        expect(await register.caseOfFollowCode(hash), hash).to.equal('case-1');
      expect((await register.read('case-1'))?.escalations[0]?.joined).to.deep.equal(joined);
    });

    it('lists the known families of a worker by label, and follows a change of worker', async () => {
      await register.commit(next(aFamilyCase({ id: 'b', label: 'Gezin Zwart' })));
      await register.commit(next(aFamilyCase({ id: 'a', label: 'Gezin Ängel' })));
      await register.commit(next(aFamilyCase({ id: 'c', family: { kind: 'unmatched' } })));
      expect(await register.casesOf('worker-1')).to.deep.equal([
        { caseId: 'a', label: 'Gezin Ängel' },
        { caseId: 'b', label: 'Gezin Zwart' },
      ]);
      const moved = next(await readWhole(register, 'a'), { workers: ['worker-2'] });
      await register.commit(moved);
      expect((await register.casesOf('worker-1')).map(({ caseId }) => caseId)).to.deep.equal(['b']);
      expect((await register.casesOf('worker-2')).map(({ caseId }) => caseId)).to.deep.equal(['a']);
    });

    it('lists for an officer the cases with an open escalation that he owns or has a live card for', async () => {
      const cards = [
        aCard({ addressee: 'officer-2' }),
        aCard({ cardRef: 'old', addressee: 'officer-3', state: 'void' }),
      ];
      await register.commit(next(anEscalatedCase({ cards })));
      expect(await register.casesForOfficer('officer-1')).to.deep.equal(['case-1']);
      expect(await register.casesForOfficer('officer-2')).to.deep.equal(['case-1']);
      expect(await register.casesForOfficer('officer-3')).to.deep.equal([]);
      await register.commit(next(anEscalatedCase({ id: 'case-2', escalation: { owner: 'officer-4' }, cards: [] })));
      await register.commit(next(aFamilyCase({ id: 'case-3' })));
      expect(await register.casesForOfficer(null))
        .to.have.members(['case-1', 'case-2'])
        .and.have.length(2);
      const at = '2026-11-23T09:00:00.000Z';
      const closed = anEscalation({ state: { kind: 'withdrawn', by: 'parent', reason: '', at } });
      await register.commit(next(await readWhole(register, 'case-1'), { escalations: [closed] }));
      expect(await register.casesForOfficer('officer-1')).to.deep.equal([]);
      expect(await register.casesForOfficer(null)).to.deep.equal(['case-2']);
    });

    it('gives due notices oldest first, up to the limit, and none that are settled or later', async () => {
      const at = (minute: number) => `2026-11-23T09:${String(minute).padStart(2, '0')}:00.000Z`;
      const [notice] = anEscalatedCase().notices;
      const states = [
        { kind: 'pending', dueAt: at(5), tries: 0 },
        { kind: 'ambiguous', proofUntil: at(3), tries: 1 },
        { kind: 'sent', at: at(1), activityId: null },
        { kind: 'left-for-pickup', at: at(1) },
        { kind: 'undeliverable', at: at(1), because: '403' },
        { kind: 'pending', dueAt: at(20), tries: 0 },
      ] as const;
      for (const [index, state] of states.entries())
        await register.commit(next(anEscalatedCase({ id: `case-${index}`, notices: [{ ...notice!, state }] })));
      const due = await register.due(at(10), 10);
      expect(due.map(({ caseId, dueAt }) => [caseId, dueAt])).to.deep.equal([
        ['case-1', at(3)],
        ['case-0', at(5)],
      ]);
      expect(await register.due(at(10), 1)).to.have.length(1);
      expect(await register.due(at(2), 10)).to.deep.equal([]);
    });

    it('erases a case with all ways to it, when its version is the one that is stored', async () => {
      await register.commit(next(anEscalatedCase()));
      await register.commit(next(aFamilyCase({ id: 'case-2' })));
      expect(await register.ids()).to.have.members(['case-1', 'case-2']);
      expect(await register.erase('case-1', 2)).to.deep.equal({ kind: 'conflict', stored: 1 });
      expect(await register.erase('case-1', 1)).to.deep.equal({ kind: 'committed' });
      expect(await register.read('case-1')).to.equal(undefined);
      expect(await register.caseOfCard('card-1')).to.equal(undefined);
      expect(await register.caseOfFollowCode('hash-of-code')).to.equal(undefined);
      expect(await register.casesForOfficer(null)).to.deep.equal([]);
      expect(await register.due('2099-01-01T00:00:00.000Z', 10)).to.deep.equal([]);
      expect(await register.ids()).to.deep.equal(['case-2']);
      expect((await register.casesOf('worker-1')).map(({ caseId }) => caseId)).to.deep.equal(['case-2']);
      expect(await register.erase('case-1', 0)).to.deep.equal({ kind: 'conflict', stored: 0 });
      expect(await register.commit(next(aFamilyCase()))).to.deep.equal({ kind: 'committed' });
    });

    it('does what a simple model does, for any order of commits', async () => {
      const attempt = fc.record({ id: fc.constantFrom('a', 'b'), ahead: fc.integer({ min: 0, max: 2 }) });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(attempt, { maxLength: 15 }), async (attempts) => {
          run += 1;
          const versions = new Map<string, number>();
          for (const { id, ahead } of attempts) {
            const caseId = `${id}-${run}`;
            const stored = versions.get(caseId) ?? 0;
            const version = Math.max(1, stored + ahead);
            const outcome = await register.commit(aFamilyCase({ id: caseId, version }));
            const fits = version === stored + 1;
            expect(outcome).to.deep.equal(fits ? { kind: 'committed' } : { kind: 'conflict', stored });
            if (fits) versions.set(caseId, version);
          }
          for (const [id, version] of versions) expect((await readWhole(register, id)).version).to.equal(version);
        }),
        { numRuns: 25 },
      );
    });
  });

  registerRaces(name, open);
};
