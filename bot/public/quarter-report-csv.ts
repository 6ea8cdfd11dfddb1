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

/**
 * What a spreadsheet may run: it begins with a sign of a formula, also a wide or small one (`＝`, `﹣`) or a minus sign, or
 * with something that a program may pass over on the way to one: white space, a control or an invisible character.
 */
const formula = /^(?:[=+\-@\u2212\u2795\u2796]|[\s\p{C}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0])/u;

/** A cell that begins like a formula gets an apostrophe in front (security: formula injection). */
export function cellOf(text: string): string {
  const inert = formula.test(text) || formula.test(text.normalize('NFKC')) ? `'${text}` : text;
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
