/**
 * `DATA_DIR=… npm run -s promises [-- --all] [--json]`: every promise, order and recommendation that is open, late ones in
 * front, then those without a date; `--all` shows the kept ones too. With `ROLES_FILE` officers have their name. It leaves
 * a line in the audit log, so it needs the lock on DATA_DIR: the server must not run.
 */
import { localDay, type Tracked, trackedPromises } from '../../cases/index.ts';
import { dutchDay } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { makeRoleTable } from '../roles.ts';
import { realWorld } from '../world.ts';
import { administrator, withArchive } from './archive.ts';
import { dataDir, municipalKnowledge, print, Refused, run, typed } from './command.ts';

const USAGE = 'Gebruik: DATA_DIR=… [KNOWLEDGE_DIR=…] [ROLES_FILE=…] npm run -s promises [-- --all] [--json]';
const options = { all: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } as const;

interface Row extends Tracked {
  readonly caseId: string;
}

const rank = { late: 0, undated: 1, open: 2, 'kept-late': 3, kept: 4 } as const;
const dayOf = ({ due, madeOn }: Tracked): string => due ?? madeOn;

const inOrder = (rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((one, other) => rank[one.state] - rank[other.state] || dayOf(one).localeCompare(dayOf(other)));

/** An officer is stored by id; the names stand in the role table of today. */
async function named(rows: readonly Row[]): Promise<readonly Row[]> {
  const file = process.env.ROLES_FILE?.trim() ?? '';
  if (file === '') return rows;
  const roles = makeRoleTable(file);
  const nameOf = async (owner: string) => (await roles.roleOf(owner))?.name ?? owner;
  return Promise.all(rows.map(async (row) => ({ ...row, owner: row.owner === null ? null : await nameOf(row.owner) })));
}

function lineOf(row: Row, knowledge: Knowledge): string {
  const say = (key: string, values: Readonly<Record<string, string>> = {}) =>
    knowledge.text(`afspraken.${key}`, values);
  const { state, kind, what, owner, due, madeOn, missed, caseId } = row;
  const parts = [
    what === null ? say(`kind.${kind}`) : `${say(`kind.${kind}`)}: ${what.replace(/\s+/g, ' ')}`,
    owner === null ? say('door.niemand') : say('door', { wie: owner }),
    due === null ? say('sinds', { datum: dutchDay(madeOn) }) : say('voor', { datum: dutchDay(due) }),
    ...(missed > 0 ? [say('gemist', { aantal: String(missed) })] : []),
    say('dossier', { dossier: caseId }),
  ];
  return `${say(`state.${state}`)}  ${parts.join(', ')}`;
}

await run(async () => {
  const { values, positionals } = typed(options, USAGE);
  if (positionals.length > 0) throw new Refused(`Dat begrijp ik niet: ${positionals.join(' ')}.\n${USAGE}`, 2);
  const folder = dataDir(USAGE);
  const knowledge = await municipalKnowledge();
  const today = localDay(realWorld.now());
  const rows = await withArchive(folder, knowledge, async ({ register, auditLog }) => {
    const at = realWorld.now().toISOString();
    await auditLog.append({ at, event: 'promises-listed', actor: administrator(), subject: 'all-families' });
    const found: Row[] = [];
    for (const caseId of await register.ids()) {
      const familyCase = await register.read(caseId);
      const tracked = familyCase === undefined ? [] : trackedPromises(familyCase, today);
      found.push(...tracked.map((one) => ({ ...one, caseId })));
    }
    return await named(inOrder(found.filter(({ keptOn }) => values.all || keptOn === null)));
  });
  const count = (state: Tracked['state']) => rows.filter((row) => row.state === state).length;
  const open = count('late') + count('undated') + count('open');
  if (values.json) print(rows.map((row) => JSON.stringify(row)));
  else
    print([
      knowledge.text('afspraken.titel', { datum: dutchDay(today) }),
      open === 0
        ? knowledge.text('afspraken.geen')
        : knowledge.text('afspraken.samen', {
            aantal: String(open),
            laat: String(count('late')),
            zonder: String(count('undated')),
          }),
      ...rows.map((row) => lineOf(row, knowledge)),
    ]);
  return 0;
});
