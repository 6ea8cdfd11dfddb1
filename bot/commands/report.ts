/**
 * `DATA_DIR=… npm run -s report -- 2026-Q3 [--out DIR]`: the open report of a quarter. Without `--out` as CSV on stdout,
 * with it as a page and as CSV in that folder. Reads the documents only and takes no lock, so the server may run. It shows
 * counts, none that is small, and nobody's words. A quarter that ended six weeks ago is counted once and kept in `DATA_DIR/reports`, for
 * this command and for the site (`kept-reports.ts`).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { anonymousRecord, type AnonymousRecord, localDay, usualTerms } from '../../cases/index.ts';
import { storedCases } from '../../register/index.ts';
import { caseSettings } from '../case-settings.ts';
import { keptReports, reportOfPast } from '../public/kept-reports.ts';
import { currentQuarter, isSettled, quarterFrom, typedQuarter } from '../public/quarter.ts';
import { quarterReportCsv } from '../public/quarter-report-csv.ts';
import { quarterReportPage } from '../public/quarter-report-page.ts';
import { safeReport } from '../public/safe-report.ts';
import { realWorld } from '../world.ts';
import { casesFolder } from './archive.ts';
import { dataDir, municipalKnowledge, print, Refused, root, run, typed } from './command.ts';

const USAGE = 'Gebruik: DATA_DIR=… [KNOWLEDGE_DIR=…] npm run -s report -- 2026-Q3 [--out MAP]';

async function written(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'onbekend';
    throw new Refused(`Schrijven lukt niet: ${path} (${code}). Kies een andere map.`);
  }
  return path;
}

async function recordsIn(cases: string): Promise<readonly AnonymousRecord[]> {
  const records: AnonymousRecord[] = [];
  for await (const { escalations } of storedCases(cases)) records.push(...escalations.map(anonymousRecord));
  return records;
}

await run(async () => {
  const { values, positionals } = typed({ out: { type: 'string' } } as const, USAGE);
  const [asked, ...others] = positionals;
  if (asked === undefined || others.length > 0) throw new Refused(`Geef één kwartaal.\n${USAGE}`, 2);
  const quarter = quarterFrom(asked);
  if (quarter === null) throw new Refused(`Dit is geen kwartaal: ${asked}. Typ bijvoorbeeld 2026-Q3.\n${USAGE}`, 2);
  const current = currentQuarter(realWorld.now());
  if (quarter > current) throw new Refused(`${typedQuarter(quarter)} moet nog beginnen.`, 2);
  const folder = dataDir(USAGE);
  const cases = await casesFolder(folder);
  const knowledge = await municipalKnowledge();
  const { smallestCount: smallest } = caseSettings(knowledge.settings).escalation ?? usualTerms;
  const records = () => recordsIn(cases);
  const kept = keptReports(folder, () => realWorld.newId());
  const settled = isSettled(quarter, realWorld.now());
  const past = settled
    ? await reportOfPast(quarter, { kept, records, smallest, now: () => realWorld.now() })
    : undefined;
  const report = past?.report ?? safeReport(await records(), quarter, smallest);
  const csv = quarterReportCsv(report, knowledge);
  if (values.out === undefined) {
    print([csv.trimEnd()]);
    return 0;
  }
  const countedOn = past?.countedOn ?? (settled ? localDay(realWorld.now()) : null);
  const css = await readFile(join(root, 'web', 'pages', 'site.css'), 'utf8');
  const page = quarterReportPage({ report, countedOn, style: { kind: 'inside', css } }, knowledge);
  const name = `kwartaalverslag-${typedQuarter(quarter)}`;
  print([await written(values.out, `${name}.html`, page), await written(values.out, `${name}.csv`, csv)]);
  return 0;
});
