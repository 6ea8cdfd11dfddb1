/**
 * `DATA_DIR=… npm run -s audit:verify [-- --hash HASH] [--file FILE]`: whether the audit log is whole: every line follows
 * from the one before, and every action in the documents of the families stands in it. Reads only and takes no lock, so
 * the server may run. Exit 0: whole; 1: something was changed or is gone; 2: it was typed wrong.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditLine } from '../../cases/index.ts';
import { type ChainedLine, storedCases, unloggedActions, verifyAuditLog } from '../../register/index.ts';
import { realWorld } from '../world.ts';
import { isSound, verifiedLines } from './audit-lines.ts';
import { dataDir, municipalKnowledge, print, Refused, run, typed } from './command.ts';

const USAGE = 'Gebruik: DATA_DIR=… npm run -s audit:verify [-- --hash ZEGEL] [--file BESTAND]';

async function actionsIn(folder: string): Promise<readonly AuditLine[]> {
  const actions: AuditLine[] = [];
  for await (const { audit } of storedCases(folder)) actions.push(...audit);
  return actions;
}

await run(async () => {
  const options = { hash: { type: 'string' }, file: { type: 'string' } } as const;
  const { values, positionals } = typed(options, USAGE);
  if (positionals.length > 0) throw new Refused(`Dat begrijp ik niet: ${positionals.join(' ')}.\n${USAGE}`, 2);
  const hash = values.hash?.trim().toLowerCase() ?? null;
  if (hash !== null && !/^[0-9a-f]{64}$/.test(hash))
    throw new Refused(
      `Dit is geen zegel: ${hash}. Een zegel is 64 cijfers en letters, van 0 tot en met f.\n${USAGE}`,
      2,
    );
  const folder = values.file === undefined ? dataDir(USAGE) : null;
  const file = values.file ?? join(folder ?? '', 'audit.jsonl');
  if (values.file !== undefined && !existsSync(file)) throw new Refused(`Dit bestand is er niet: ${file}.`, 2);
  if (folder !== null && !existsSync(folder)) throw new Refused(`Deze map is er niet: ${folder}.`, 2);
  const knowledge = await municipalKnowledge();
  // First the documents: what stands in them was in the log before, also while the server runs.
  const cases = join(folder ?? '', 'cases');
  const actions = folder !== null && existsSync(cases) ? await actionsIn(cases) : [];
  const unlogged = unloggedActions(actions);
  let hashFound = hash === null ? null : false;
  const each = (line: ChainedLine) => {
    unlogged.seen(line);
    if (line.hash === hash) hashFound = true;
  };
  const verdict = await verifyAuditLog({ file, sha256: (text) => realWorld.sha256(text), each });
  const torn = existsSync(`${file}.torn`) ? await readFile(`${file}.torn`, 'utf8') : '';
  // After a break nothing is known of the lines that follow.
  const missing = verdict.kind === 'broken' ? [] : unlogged.left();
  const verified = { file, verdict, tornBefore: torn.length, hashFound, missing };
  print(verifiedLines(verified, knowledge));
  return isSound(verified) ? 0 : 1;
});
