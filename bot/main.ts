/** The start of the server. The only module that reads `process.env`; stdout holds one line with the address, stderr the log. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { readEnvFile } from './config-env-file.ts';
import { StartFault } from './start-fault.ts';
import { type App, startApp } from './wire.ts';

/** After this long a stop ends the process whatever still runs. */
const STOP_WITHIN_MS = 10_000;
/** Which bundle this is, in hex; the build puts it in, so from the source there is none. */
declare const BUNDLE_HASH: string | undefined;

/** The running server, or null when it was refused and the reason has been told. */
async function main(): Promise<App | null> {
  loadEnvFile();
  const here = dirname(fileURLToPath(import.meta.url));
  const root = join(here, '..');
  const outcome = readConfig(process.env, { programDir: root });
  if (outcome.kind === 'faulty') {
    const faults = outcome.faults.map((fault) => `  ${fault.key} ${fault.problem}`);
    return refuse(
      `Failed to start: the configuration has ${faults.length} fault(s). See .env.example.\n${faults.join('\n')}`,
    );
  }
  for (const warning of outcome.warnings) process.stderr.write(`Warning: ${warning.key} ${warning.problem}\n`);
  try {
    const app = await startApp({
      config: outcome.config,
      root,
      ...(typeof BUNDLE_HASH === 'string'
        ? { learntFile: { path: join(here, 'knowledge.learnt'), version: BUNDLE_HASH } }
        : {}),
      logTo: process.stderr,
      onFatal: () => process.exit(1),
    });
    const end = endOnce(() => app.stop());
    for (const signal of ['SIGTERM', 'SIGINT'])
      process.on(signal, () => {
        end(0);
      });
    // What nobody caught may hold somebody's words in its message and has left things half done: tell its kind, and end.
    process.on('uncaughtException', (error) => {
      app.log.error('uncaught-fault', app.log.faultOf(error));
      end(1);
    });
    for (const { file, place, problem } of app.knowledge.faults()) {
      const where = place === 'map' ? `KNOWLEDGE_DIR=${outcome.config.knowledgeDir ?? file}` : file;
      process.stderr.write(`Warning: the knowledge is not as written: ${where}, ${place}: ${problem}\n`);
    }
    process.on('SIGHUP', () => {
      app.knowledge.reload().catch((error: unknown) => {
        app.log.error('knowledge-not-read', app.log.faultOf(error));
      });
    });
    process.stdout.write(`${app.greeting}\n`);
    return app;
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    return refuse(error.message);
  }
}

/** What the environment holds already is left as it is. */
function loadEnvFile(): void {
  if (!existsSync('.env')) return;
  const { settings, faults } = readEnvFile(readFileSync('.env', 'utf8'));
  for (const [key, value] of Object.entries(settings)) process.env[key] ??= value;
  for (const fault of faults) process.stderr.write(`Warning: ${fault}\n`);
}

function refuse(message: string): null {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
  return null;
}

/** The first call drains and ends with its code; a second one, or ten seconds, ends at once with 1. */
function endOnce(stop: () => Promise<void>): (code: 0 | 1) => void {
  let stopping = false;
  return (code) => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
}

/** A promise, because the build bundles this as CommonJS. */
export const app = main();
