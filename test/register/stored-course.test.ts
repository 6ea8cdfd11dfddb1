import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { newCourse } from '../../cases/index.ts';
import { openLowdbRegister } from '../../register/index.ts';
import { storedCaseSchema } from '../../register/stored-case.ts';
import { aFamilyCase, aParty } from '../support/a-family-case.ts';
import { aCaseWorld, worker1 } from '../support/case-world.ts';

/** What came later, in the parts that existed before. */
const laterKeys = ['agreedBy', 'mandate', 'match', 'person', 'domain', ...Object.keys(newCourse)];

/** A document as it was stored before anything was written down along the way. */
const anOldDocument = (): unknown =>
  JSON.parse(
    JSON.stringify(aFamilyCase({ version: 1, parties: [aParty()] }), (key, value: unknown) =>
      laterKeys.includes(key) ? undefined : value,
    ),
  );

describe('a document from before', () => {
  it('loads with nothing written down yet', () => {
    const familyCase = storedCaseSchema.parse(anOldDocument());
    expect(familyCase).to.deep.include(newCourse);
    expect(familyCase.plans[0]?.agreedBy).to.deep.equal([]);
    expect(familyCase.regisseurs[0]).to.include({ mandate: 'unknown', match: 'unknown' });
    expect(familyCase.parties[0]).to.include({ person: null, domain: null });
  });

  it('shares nothing with the next one that loads', () => {
    const [one, other] = [storedCaseSchema.parse(anOldDocument()), storedCaseSchema.parse(anOldDocument())];
    expect(one.stuck).to.not.equal(other.stuck);
  });

  it('can be written on, and read back at the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regie-old-'));
    const openIt = () =>
      openLowdbRegister({
        folder: join(folder, 'cases'),
        onFatal: (fault) => {
          throw fault;
        },
      });
    try {
      await mkdir(join(folder, 'cases'));
      await writeFile(join(folder, 'cases', 'case-1.json'), JSON.stringify(anOldDocument()));
      const register = await openIt();
      const { cases } = await aCaseWorld({ register });
      const outcome = await cases.record(
        worker1,
        'case-1',
        {
          kind: 'signals',
          codes: ['cry-for-help'],
          from: 'ouder',
          words: 'Het gaat niet.',
          note: null,
          on: '2026-11-23',
        },
        'c1',
      );
      expect(outcome.kind).to.equal('recorded');
      const before = await register.read('case-1');
      await register.close();
      const again = await openIt();
      expect(await again.read('case-1')).to.deep.equal(before);
      expect((await again.read('case-1'))?.stuck.findings).to.have.length(1);
      await again.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
