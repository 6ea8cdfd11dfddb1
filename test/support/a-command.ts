/** A command of `bot/commands/` as a process of its own, as an administrator runs it. */
import { spawn } from 'node:child_process';
import { expect } from 'chai';
import { ROOT } from './an-app.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

type Env = Readonly<Record<string, string>>;

/** The settings of whoever runs the tests do not count. */
const ownSettings = /^(DATA_DIR|KNOWLEDGE_DIR|ROLES_FILE|MicrosoftApp.*)$/;

export function aCommand(name: string, args: readonly string[] = [], env: Env = {}, input = ''): Promise<Ran> {
  const inherited = Object.entries(process.env).filter(([key]) => !ownSettings.test(key));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', `bot/commands/${name}.ts`, ...args], {
      cwd: ROOT,
      env: { ...Object.fromEntries(inherited), ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
    child.stdin.end(input);
  });
}

/** A clear message on stderr and nothing for programmers. */
export function expectRefusal({ code, out, err }: Ran, told: RegExp): void {
  expect(code, err).to.be.a('number').and.not.equal(0);
  expect(out).to.equal('');
  expect(err).to.match(told);
  expect(err).to.not.match(/^\s+at |node:internal|\.ts:\d/m);
}
