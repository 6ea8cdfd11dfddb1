import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { aCommand, expectRefusal } from '../../support/a-command.ts';
import { ROOT } from '../../support/an-app.ts';

describe('a command that is typed wrong', () => {
  const noUse: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['knowledge-check', ['--wrong'], /Die opties ken ik niet\.\nGebruik: .*knowledge:check/],
    ['knowledge-check', ['map'], /Dat begrijp ik niet: map\.\nGebruik:/],
    ['knowledge-match', ['--foo'], /Die opties ken ik niet\.\nGebruik: .*knowledge:match/],
    ['knowledge-schema', ['a', 'b'], /Geef hooguit één map\.\nGebruik: .*knowledge:schema/],
    ['knowledge-try', ['--foo', 'x'], /Die opties ken ik niet\.\nGebruik: .*knowledge:try/],
    ['knowledge-unanswered', ['alles'], /Dat begrijp ik niet: alles\.\nGebruik: .*knowledge:unanswered/],
    ['talk', ['--as', 'koning'], /--as: "koning" ken ik niet\. Kies parent, worker of officer\.\nGebruik:/],
    ['talk', ['hallo'], /Dat begrijp ik niet: hallo\.\nGebruik:/],
  ];
  for (const [name, args, told] of noUse)
    it(`${name} ${args.join(' ')} says so, how to use it, and ends with 2`, async () => {
      const ran = await aCommand(name, args);
      expectRefusal(ran, told);
      expect(ran.code).to.equal(2);
    }).timeout(60_000);
});

describe('a folder that is not there', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regiewijzer-leeg-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('is named by knowledge:unanswered, also when it holds nothing of the chat', async () => {
    for (const DATA_DIR of ['/nope', folder])
      expectRefusal(await aCommand('knowledge-unanswered', [], { DATA_DIR }), new RegExp(`In ${DATA_DIR} staan geen`));
  }).timeout(60_000);

  for (const name of ['knowledge-check', 'knowledge-match', 'knowledge-try', 'talk', 'readiness', 'replay'])
    it(`is named whole, with its setting, by ${name}`, async () => {
      const args = name === 'replay' ? ['test/replay/lists/measures.csv'] : [];
      const wrong = join(folder, 'nope');
      expectRefusal(
        await aCommand(name, args, { KNOWLEDGE_DIR: wrong }),
        new RegExp(`^KNOWLEDGE_DIR: de map ${wrong} bestaat niet`),
      );
    }).timeout(60_000);

  it('is told with the place where it was looked for, and blank is not a folder', async () => {
    const [relative, blank] = await Promise.all([
      aCommand('knowledge-check', [], { KNOWLEDGE_DIR: 'nope' }),
      aCommand('knowledge-check', [], { KNOWLEDGE_DIR: '' }),
    ]);
    expectRefusal(relative, new RegExp(`de map nope \\(${join(ROOT, 'nope')}\\) bestaat niet`));
    expectRefusal(blank, /^KNOWLEDGE_DIR is leeg/);
  }).timeout(60_000);
});

describe('a command of which nobody reads the rest', () => {
  for (const [name, args] of [
    ['knowledge-try', ['ik wil een regisseur']],
    ['knowledge-schema', []],
    ['knowledge-check', []],
    ['readiness', []],
    ['replay', ['test/replay/lists/raalte.json', '--timeline']],
  ] as const)
    it(`${name} ends quietly`, async () => {
      const child = spawn(process.execPath, ['--import', 'tsx', `bot/commands/${name}.ts`, ...args], { cwd: ROOT });
      child.stdout.destroy();
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
      await once(child, 'close');
      expect(err).to.equal('');
      expect(child.exitCode).to.equal(0);
    }).timeout(60_000);
});
