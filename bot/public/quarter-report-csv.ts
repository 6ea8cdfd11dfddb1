/** The same report as CSV for a Dutch spreadsheet: semicolons, a byte order mark, and no cell that a program would run. */
import type { QuarterReport } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { typedQuarter } from './quarter.ts';
import { shownCount } from './quarter-report-page.ts';

const BYTE_ORDER_MARK = '\uFEFF';

export function quarterReportCsv(report: QuarterReport, knowledge: Knowledge): string {
  const { quarter, groups } = report;
  const column = (name: string) => knowledge.text(`verslag.kolom.${name}`);
  const rows = groups.flatMap(({ key, total, cells }) => [
    ...cells
      .map((cell) => [knowledge.text(`verslag.${key}.${cell.key}`), cell.count] as const)
      .map(([answer, count]) => [knowledge.text(`verslag.${key}`), answer, shownCount(count, report, knowledge)]),
    ...(key === 'blocker'
      ? []
      : [[knowledge.text(`verslag.${key}`), knowledge.text('verslag.totaal'), shownCount(total, report, knowledge)]]),
  ]);
  const head = [column('kwartaal'), column('onderdeel'), column('antwoord'), column('aantal')];
  const lines = [head, ...rows.map((row) => [typedQuarter(quarter), ...row])].map((row) => row.map(cellOf).join(';'));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** A cell that begins like a formula gets an apostrophe in front (security: formula injection). */
export function cellOf(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
