/**
 * `DATA_DIR=… npm run -s retention [-- --json] [--apply]`: which cases are closed and past their term. Without `--apply` it
 * only reads, also while the server runs; with it these cases are erased, each with a line in the audit log, and the server
 * must not run. An open case is never erased.
 */
import {
  eraseCase,
  type FamilyCase,
  type KeepDays,
  keptKindOf,
  localDay,
  type Retention,
  retentionOf,
} from '../../cases/index.ts';
import type { Settings } from '../../knowledge/index.ts';
import { storedCases } from '../../register/index.ts';
import { caseSettings } from '../case-settings.ts';
import { realWorld } from '../world.ts';
import { administrator, casesFolder, withArchive } from './archive.ts';
import { dataDir, municipalKnowledge, print, Refused, refuseWords, run, typed } from './command.ts';

const USAGE = 'Gebruik: DATA_DIR=… [KNOWLEDGE_DIR=…] npm run -s retention [-- --json] [--apply]';
const options = { json: { type: 'boolean', default: false }, apply: { type: 'boolean', default: false } } as const;

const kinds = { filing: 'voorgelegde vraag', family: 'gezin' } as const;

const keepDays = ({ bewaartermijnen }: Settings): KeepDays => ({
  filing: bewaartermijnen.voorgelegdeVraagDagen,
  family: bewaartermijnen.gezinDagen,
});

interface Row {
  readonly familyCase: FamilyCase;
  readonly retention: Retention;
}

const count = (rows: readonly Row[], kind: Retention['kind']): number =>
  rows.filter(({ retention }) => retention.kind === kind).length;

await run(async () => {
  const { values, positionals } = typed(options, USAGE);
  refuseWords(positionals, USAGE);
  const folder = dataDir(USAGE);
  if (values.apply && (process.env.KNOWLEDGE_DIR ?? '') === '')
    throw new Refused(
      'Wissen kan niet zonder KNOWLEDGE_DIR: anders gelden de termijnen van de voorbeeldgemeente. Er is niets gewist.',
      2,
    );
  const cases = await casesFolder(folder);
  const knowledge = await municipalKnowledge();
  const keep = keepDays(knowledge.settings);
  const settings = caseSettings(knowledge.settings);
  const today = localDay(realWorld.now());
  const rows: Row[] = [];
  for await (const familyCase of storedCases(cases))
    rows.push({ familyCase, retention: retentionOf(familyCase, keep, { settings, today }) });
  const passed = rows.flatMap(({ familyCase, retention }) =>
    retention.kind === 'passed'
      ? [{ id: familyCase.id, kind: keptKindOf(familyCase), closedOn: retention.closedOn, lastDay: retention.lastDay }]
      : [],
  );
  const erased: string[] = [];
  const failed: string[] = [];
  if (values.apply)
    await withArchive(folder, knowledge, async (archive) => {
      const by = { actor: administrator(), because: 'term-passed' } as const;
      for (const { id } of passed) {
        const { kind } = await eraseCase(archive, id, by, keep);
        (kind === 'erased' ? erased : failed).push(id);
      }
    });
  const counts = { open: count(rows, 'open'), kept: count(rows, 'kept'), noTerm: count(rows, 'no-term') };
  if (values.json) print([JSON.stringify({ keepDays: keep, ...counts, passed, erased, failed })]);
  else
    print([
      ...(['filing', 'family'] as const).map((kind) => {
        const days = keep[kind];
        return `Termijn voor een ${kinds[kind]}: ${days === null ? 'niet ingesteld, er gaat niets weg' : `${days} dagen na het laatste`}.`;
      }),
      `Open: ${counts.open}. Dicht en nog binnen de termijn: ${counts.kept}. Dicht zonder termijn: ${counts.noTerm}. Termijn voorbij: ${passed.length}.`,
      ...passed.map(
        ({ id, kind, closedOn, lastDay }) =>
          `- ${id} (${kinds[kind]}): dicht sinds ${closedOn}, bewaard tot en met ${lastDay}`,
      ),
      ...(values.apply
        ? [`Gewist: ${erased.length}.`, ...failed.map((id) => `Niet gewist, intussen gewijzigd: ${id}`)]
        : passed.length > 0
          ? ['Er is niets gewist. Wissen: stop de server en geef --apply mee.']
          : []),
    ]);
  return failed.length === 0 ? 0 : 1;
});
