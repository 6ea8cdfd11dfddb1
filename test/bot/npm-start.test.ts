import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../support/an-app.ts';

/** What the build reads; the modules are linked. */
const SOURCES = [
  'bot',
  'build.mjs',
  'cards',
  'cases',
  'dialogs',
  'knowledge',
  'package.json',
  'register',
  'tsconfig.json',
  'web',
] as const;

describe('npm start, as an operator types it', () => {
  let project: string;
  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'regie-npm-start-'));
    for (const name of SOURCES) await cp(join(ROOT, name), join(project, name), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  });
  after(() => rm(project, { recursive: true, force: true }));

  it('tells a fault in the national knowledge in Dutch, with file and place, and nothing for programmers', async () => {
    const [file = ''] = await readdir(join(project, 'knowledge/landelijk/faq'));
    await writeFile(join(project, 'knowledge/landelijk/faq', file), '');
    // In a group of its own, so that a server that does start can be ended together with npm.
    const child = spawn('npm', ['start'], {
      cwd: project,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let told = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        told += chunk;
        if (told.includes('listens on') && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      });
    await once(child, 'close');
    expect(child.exitCode, told).to.equal(2);
    expect(told).to.include(`faq/${file}, regel 1, teken 1: `);
    expect(told.match(/regel 1, teken 1/g), 'told once').to.have.length(1);
    expect(told).to.not.match(/^\s+at |node:internal|\.[mc]?js:\d|listens on/m);
  }).timeout(60_000);
});
