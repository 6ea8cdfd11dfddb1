/** What the commands of an administrator share: a fault is told in one sentence, without a stack trace, with a non-zero exit. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Knowledge } from '../../knowledge/index.ts';
import { RegisterError } from '../../register/index.ts';
import { readKnowledge } from '../read-knowledge.ts';
import { RoleTableError } from '../roles.ts';
import { StartFault } from '../start-fault.ts';

/** What was asked can't be carried out; `exitCode` 2: it was typed wrong. */
export class Refused extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The folder that holds `knowledge/`. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Of `KNOWLEDGE_DIR`, else of the example municipality. */
export const municipalKnowledge = (): Promise<Knowledge> => readKnowledge(root, process.env.KNOWLEDGE_DIR ?? null);

/** The options as typed; anything unknown is refused with `usage`. */
export function typed<Options extends NonNullable<ParseArgsConfig['options']>>(options: Options, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch {
    throw new Refused(`Die opties ken ik niet.\n${usage}`, 2);
  }
}

/** `DATA_DIR`, which this command can't do without. */
export function dataDir(usage: string): string {
  const folder = process.env.DATA_DIR?.trim() ?? '';
  if (folder === '') throw new Refused(`DATA_DIR ontbreekt: de map met de gegevens.\n${usage}`, 2);
  return folder;
}

const isTold = (error: unknown): error is Error =>
  error instanceof StartFault || error instanceof RegisterError || error instanceof RoleTableError;

/** Runs the command; `main` gives the exit code. */
export async function run(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof Refused) process.exitCode = error.exitCode;
    else if (isTold(error)) process.exitCode = 1;
    else throw error;
    process.stderr.write(`${error.message}\n`);
  }
}

export function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
