import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../bot/config.ts';

describe('the data folder', () => {
  const program = mkdtempSync(join(tmpdir(), 'program-'));
  after(() => {
    rmSync(program, { recursive: true });
  });
  const told = (DATA_DIR: string) => {
    const outcome = readConfig({ DATA_DIR }, { programDir: program });
    return outcome.kind === 'faulty' ? outcome.faults.map(({ key, problem }) => `${key} ${problem}`) : [];
  };

  it('is refused among the folders of the program, deep in them, by a link and spelled with dots, and says where, why and what instead', () => {
    mkdirSync(join(program, 'dist'));
    symlinkSync(join(program, 'dist'), join(program, 'elsewhere'));
    for (const folder of ['dist', 'dist/data/cases', 'elsewhere', 'elsewhere/new', 'data/../dist/']) {
      const [fault, ...others] = told(join(program, folder));
      expect(fault, folder)
        .to.contain('DATA_DIR lies in')
        .and.contain(join(realpathSync(program), 'dist'))
        .and.contain('an update or a build replaces')
        .and.contain('set a folder outside the program');
      expect(others).to.deep.equal([]);
    }
    for (const folder of ['knowledge', 'node_modules/x', 'bot', 'cases', '.', ''])
      expect(told(`${program}/${folder}`), folder).to.have.length(1);
  });

  it('may be beside them, look like them, be elsewhere, and be none', () => {
    for (const folder of ['data', 'distant', '..data', '../dist', '../knowledge/data'])
      expect(told(join(program, folder)), folder).to.deep.equal([]);
    expect(told('')).to.deep.equal([]);
    expect(readConfig({}, { programDir: program }).kind).to.equal('ok');
  });
});
