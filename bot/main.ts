/** The start of the server. The only module that reads `process.env`; stdout holds one line with the address, stderr the log. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { StartFault } from './start-fault.ts';
import { type App, startApp } from './wire.ts';

/** After this long a stop ends the process whatever still runs. */
const STOP_WITHIN_MS = 10_000;

/** The running server, or null when it was refused and the reason has been told. */
async function main(): Promise<App | null> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const outcome = readConfig(process.env);
  if (outcome.kind === 'faulty') {
    const faults = outcome.faults.map((fault) => `  ${fault.key} ${fault.problem}`);
    return refuse(
      `Failed to start: the configuration has ${faults.length} fault(s). See .env.example.\n${faults.join('\n')}`,
    );
  }
  for (const warning of outcome.warnings) process.stderr.write(`Warning: ${warning.key} ${warning.problem}\n`);
  try {
    const root = join(dirname(fileURLToPath(import.meta.url)), '..');
    const app = await startApp({ config: outcome.config, root, logTo: process.stderr, onFatal: () => process.exit(1) });
    stopOn(['SIGTERM', 'SIGINT'], () => app.stop());
    process.stdout.write(`${app.greeting}\n`);
    return app;
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    return refuse(error.message);
  }
}

function refuse(message: string): null {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
  return null;
}

/** The first signal drains and ends with 0; a second one, or ten seconds, ends at once with 1. */
function stopOn(signals: readonly NodeJS.Signals[], stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of signals) process.on(signal, onSignal);
}

export const app = await main();
