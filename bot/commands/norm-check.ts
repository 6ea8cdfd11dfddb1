/**
 * `DATA_DIR=… npm run -s norm-check -- CASE [--out DIR]`: the two norms of the ombudsman for every question of one family,
 * as yes, no or unknown with what it rests on; with `--out` as a page to print beside the answer to a complaint. CASE is an
 * id, a follow code or the label of a family. It leaves a line in the audit log, so the server must not run.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Escalation, localDay, type NormFinding, normCheck } from '../../cases/index.ts';
import { realWorld } from '../world.ts';
import { administrator, caseIdOf, withArchive } from './archive.ts';
import { dataDir, municipalKnowledge, print, Refused, root, run, typed } from './command.ts';
import { normLines, normPage } from './norm-annex.ts';

const USAGE = 'Gebruik: DATA_DIR=… [KNOWLEDGE_DIR=…] npm run -s norm-check -- DOSSIER [--out MAP] [--json]';
const options = { out: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

interface Checked {
  readonly escalation: Escalation;
  readonly norms: readonly NormFinding[];
}

await run(async () => {
  const { values, positionals } = typed(options, USAGE);
  const [asked, ...others] = positionals;
  if (asked === undefined || others.length > 0) throw new Refused(`Geef één dossier.\n${USAGE}`, 2);
  const folder = dataDir(USAGE);
  const knowledge = await municipalKnowledge();
  const today = localDay(realWorld.now());
  const sha256 = (text: string) => realWorld.sha256(text);
  const checked = await withArchive(
    folder,
    knowledge,
    async ({ register, auditLog, settings }): Promise<readonly Checked[]> => {
      const familyCase = await register.read(await caseIdOf(asked, register));
      const at = realWorld.now().toISOString();
      const subject = familyCase?.id ?? 'unknown-case';
      await auditLog.append({ at, event: 'norm-check-made', actor: administrator(), subject });
      if (familyCase === undefined) return [];
      return familyCase.escalations.map((escalation) => ({
        escalation,
        norms: normCheck({ familyCase, escalation, settings, today, sha256 }),
      }));
    },
  );
  if (checked.length === 0) print([knowledge.text('normcheck.geen-vraag')]);
  for (const { escalation, norms } of checked) {
    if (values.json) print([JSON.stringify({ number: escalation.number, norms })]);
    else if (values.out === undefined) print([...normLines({ escalation, norms, today }, knowledge), '']);
    else {
      const css = await readFile(join(root, 'web', 'pages', 'site.css'), 'utf8');
      await mkdir(values.out, { recursive: true, mode: 0o700 });
      const path = join(values.out, `normtoets-${escalation.number}.html`);
      // It is about one family: for its own user only, as the documents are.
      await writeFile(path, normPage({ escalation, norms, today, css }, knowledge), { mode: 0o600 });
      print([path]);
    }
  }
  return 0;
});
