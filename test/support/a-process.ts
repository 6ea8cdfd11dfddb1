/** The built server as a process of its own, as an operator starts it: with these settings and no others. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from './an-app.ts';

export interface Ended {
  readonly code: number | null;
  readonly afterMs: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface AProcess {
  readonly ended: Promise<Ended>;
  /** Waits for the line with the address; rejects with what was told when the process ends instead. */
  listens(): Promise<string>;
  stop(signal: NodeJS.Signals): void;
  output(): string;
}

export interface AProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Another copy of `dist/main.mjs`. */
  readonly main?: string;
  /** Where it runs; absent: in a folder without an `.env`. */
  readonly cwd?: string;
}

/** Needs `dist/main.mjs`: `npm test` builds it first. */
export function aProcess({
  env = {},
  main = join(ROOT, 'dist/main.mjs'),
  cwd = tmpdir(),
}: AProcessOptions = {}): AProcess {
  const begun = performance.now();
  const child = spawn(process.execPath, [main], {
    cwd,
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const address = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      const [, url] = /listens on (http:\S+)/.exec(stdout) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  const ended = once(child, 'close').then(
    (): Ended => ({ code: child.exitCode, afterMs: performance.now() - begun, stdout, stderr }),
  );
  return {
    ended,
    listens: () =>
      Promise.race([
        address,
        ended.then(({ code }) => {
          throw new Error(`The server ended with ${String(code)}: ${stderr}`);
        }),
      ]),
    stop: (signal) => {
      child.kill(signal);
    },
    output: () => stdout + stderr,
  };
}

/** Processes of one test: `killAll` ends what still runs. */
export function processes() {
  const running: AProcess[] = [];
  const start = (options: AProcessOptions = {}) => {
    const child = aProcess(options);
    running.push(child);
    return child;
  };

  /** Ends by itself, with these words for an operator and nothing for programmers. */
  async function refuses(options: AProcessOptions, ...told: readonly (RegExp | string)[]): Promise<Ended> {
    const child = start(options);
    const tooLong = setTimeout(() => {
      child.stop('SIGKILL');
    }, 9_000);
    const ended = await child.ended;
    clearTimeout(tooLong);
    expect(ended.code, child.output()).to.be.a('number').and.not.equal(0);
    expect(ended.stdout, 'stdout').to.equal('');
    for (const words of told) {
      if (typeof words === 'string') expect(ended.stderr).to.include(words);
      else expect(ended.stderr).to.match(words);
    }
    expect(ended.stderr).to.not.match(/^\s+at |node:internal|\.mjs:\d/m);
    return ended;
  }

  async function killAll(): Promise<void> {
    const left = running.splice(0);
    for (const child of left) child.stop('SIGKILL');
    await Promise.all(left.map(({ ended }) => ended));
  }

  return { start, refuses, killAll };
}
