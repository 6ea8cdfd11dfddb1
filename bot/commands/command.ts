/** What the commands of an administrator share: a fault is told in one sentence, without a stack trace, with a non-zero exit. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Knowledge } from '../../knowledge/index.ts';
import { RegisterError } from '../../register/index.ts';
import { KnowledgeFaulty, readKnowledge } from '../read-knowledge.ts';
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

/** The folder of `KNOWLEDGE_DIR`; null when it is not set: the example municipality. */
export async function knowledgeDir(): Promise<string | null> {
  const folder = process.env.KNOWLEDGE_DIR;
  if (folder === undefined) return null;
  if (folder.trim() === '')
    throw new Refused('KNOWLEDGE_DIR is leeg. Geef de map van uw gemeente, of haal de instelling weg.', 2);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return folder;
  const given = resolve(folder) === folder ? folder : `${folder} (${resolve(folder)})`;
  throw new Refused(`KNOWLEDGE_DIR: de map ${given} bestaat niet of kan niet worden gelezen.`);
}

/** Of `KNOWLEDGE_DIR`, else of the example municipality. */
export const municipalKnowledge = async (): Promise<Knowledge> => readKnowledge(root, await knowledgeDir());

/** The options as typed; anything unknown is refused with `usage`. */
export function typed<Options extends NonNullable<ParseArgsConfig['options']>>(options: Options, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch {
    throw new Refused(`Die opties ken ik niet.\n${usage}`, 2);
  }
}

/** For a command that takes options only. */
export function refuseWords(words: readonly string[], usage: string): void {
  if (words.length > 0) throw new Refused(`Dat begrijp ik niet: ${words.join(' ')}.\n${usage}`, 2);
}

/** `DATA_DIR`, which this command can't do without. */
export function dataDir(usage: string): string {
  const folder = process.env.DATA_DIR?.trim() ?? '';
  if (folder === '') throw new Refused(`DATA_DIR ontbreekt: de map met de gegevens.\n${usage}`, 2);
  return folder;
}

const isTold = (error: unknown): error is Error =>
  error instanceof StartFault || error instanceof RegisterError || error instanceof RoleTableError;

/** Whoever reads has heard enough, as `head` has: nothing is left to tell. */
function endWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Runs the command; `main` gives the exit code. */
export async function run(main: () => Promise<number>): Promise<void> {
  endWhenNobodyReads(process.stdout);
  endWhenNobodyReads(process.stderr);
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof Refused) process.exitCode = error.exitCode;
    else if (isTold(error)) process.exitCode = 1;
    else throw error;
    process.stderr.write(`${error instanceof KnowledgeFaulty ? error.forEditor : error.message}\n`);
  }
}

export function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
