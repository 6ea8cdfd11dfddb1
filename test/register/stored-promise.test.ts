import { join } from 'node:path';
import { expect } from 'chai';
import { openLowdbRegister } from '../../register/index.ts';
import { aDataFolder } from '../support/a-data-folder.ts';
import { aFamilyCase } from '../support/a-family-case.ts';

const fails = (fault: Error) => {
  throw fault;
};
const older = {
  id: 'promise-1',
  what: 'Wij bellen elke week.',
  toWhom: 'ouder',
  owner: 'Wil Werker',
  madeOn: '2026-10-01',
  due: null,
  keptOn: null,
  missedOn: '2026-11-01',
} as const;
const fromFact = {
  ...older,
  id: 'fact-1',
  kind: 'recommendation',
  factId: 'fact-1',
  what: null,
  toWhom: null,
  owner: null,
  steps: [
    { kind: 'dated', on: '2026-11-02', by: 'Olga Officier', note: 'Dan is het overleg.' },
    { kind: 'kept', on: '2026-11-03', by: 'Wil Werker', note: null },
  ],
} as const;

describe('promises in a document', () => {
  it('come back as they were written, those from before they had steps too', async () => {
    const data = await aDataFolder([aFamilyCase({ promises: [older, fromFact] })]);
    const register = await openLowdbRegister({ folder: join(data.folder, 'cases'), onFatal: fails });
    expect((await register.read('case-1'))?.promises).to.deep.equal([older, fromFact]);
    await register.close();
    await data.remove();
  });
});
