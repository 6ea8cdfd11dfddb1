/** A server of this folder or of the product as a process of its own, up to its first line. */
import { spawn } from 'node:child_process';

export interface ServerProcess {
  readonly pid: number;
  /** The address that its first line named. */
  readonly url: string;
  /** From spawning the process to that line. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Resolves at the first line on stdout; rejects when the process ends before. The server chooses its own free port. */
export function startServer(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', ...args], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout.once('data', (line: Buffer) => {
      const startMs = performance.now() - started;
      const url = /http:\/\/[\w.]+:\d+/.exec(line.toString())?.[0] ?? '';
      resolve({
        pid: child.pid ?? 0,
        url,
        startMs,
        async stop() {
          child.kill('SIGKILL');
          await ended;
        },
      });
    });
    void ended.then((code) => {
      reject(
        new Error(`Failed to start ${args.join(' ')}: it ended with ${code ?? 'a signal'}. See its message above.`),
      );
    });
  });
}
