/**
 * `DATA_DIR=… npm run -s promises [-- --all] [--json]`: every promise, order and recommendation that is open, late ones in
 * front, then those without a date; `--all` shows the kept and dropped ones too. With `ROLES_FILE` officers have their name. It leaves
 * a line in the audit log, so it needs the lock on DATA_DIR: the server must not run.
 */
import { isToBeKept, localDay, namedNow, type Tracked, trackedPromises } from '../../cases/index.ts';
import { dutchDay, promisesInOrder, whomInWords, wordsOf } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { makeRoleTable } from '../roles.ts';
import { realWorld } from '../world.ts';
import { administrator, withArchive } from './archive.ts';
import { dataDir, municipalKnowledge, print, refuseWords, run, typed } from './command.ts';

const USAGE = 'Gebruik: DATA_DIR=… [KNOWLEDGE_DIR=…] [ROLES_FILE=…] npm run -s promises [-- --all] [--json]';
const options = { all: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } as const;

interface Row extends Tracked {
  readonly caseId: string;
}

/** The names stand in the role table of today. */
async function named(rows: readonly Row[]): Promise<readonly Row[]> {
  const file = process.env.ROLES_FILE?.trim() ?? '';
  if (file === '') return rows;
  const roles = makeRoleTable(file);
  const now = namedNow(async (id) => (await roles.roleOf(id))?.name);
  return Promise.all(rows.map(async (row) => ({ ...row, ...(await now(row)) })));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

function lineOf(row: Row, knowledge: Knowledge): string {
  const say = (key: string, values: Readonly<Record<string, string>> = {}) =>
    knowledge.text(`afspraken.${key}`, values);
  const { state, kind, what, toWhom, byWhom, due, madeOn, missed, note, caseId } = row;
  const words = wordsOf(knowledge);
  const parts = [
    what === null ? say(`kind.${kind}`) : `${say(`kind.${kind}`)}: ${oneLine(what)}`,
    say('aan', { wie: oneLine(whomInWords(toWhom, words)) }),
    say('door', { wie: oneLine(whomInWords(byWhom, words)) }),
    due === null ? say('sinds', { datum: dutchDay(madeOn) }) : say('voor', { datum: dutchDay(due) }),
    ...(missed > 0 ? [say('gemist', { aantal: String(missed) })] : []),
    ...(note === null ? [] : [say('notitie', { tekst: oneLine(note) })]),
    say('dossier', { dossier: caseId }),
  ];
  return `${say(`state.${state}`)}  ${parts.join(', ')}`;
}

function inWords(row: Row, knowledge: Knowledge) {
  const words = wordsOf(knowledge);
  return { ...row, toWhom: whomInWords(row.toWhom, words), byWhom: whomInWords(row.byWhom, words) };
}

await run(async () => {
  const { values, positionals } = typed(options, USAGE);
  refuseWords(positionals, USAGE);
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
    return await named(
      promisesInOrder(
        found.filter((one) => values.all || isToBeKept(one)),
        (row) => row,
      ),
    );
  });
  const count = (state: Tracked['state']) => rows.filter((row) => row.state === state).length;
  const open = count('late') + count('undated') + count('open');
  if (values.json) print(rows.map((row) => JSON.stringify(inWords(row, knowledge))));
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
