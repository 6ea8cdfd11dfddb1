/** The open report of a quarter for people: each question with a chart and the same figures as a table. */
import { dutchDay } from '../../cards/index.ts';
import type { Day, Group, QuarterReport } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { barChart } from './bar-chart.ts';
import { type Markup, markup, nothing } from './markup.ts';
import { type Page, pageOf } from './page.ts';
import { quarterInWords, typedQuarter } from './quarter.ts';

export interface ReportPage {
  readonly report: QuarterReport;
  /** `null`: the quarter is not over, and its figures may change. */
  readonly countedOn: Day | null;
  readonly style: Page['style'];
}

/** What is hidden is shown as small, with an explanation that it may also protect a small count. */
export const shownCount = (count: number | null, { smallest }: QuarterReport, knowledge: Knowledge): string =>
  count === null ? knowledge.text('verslag.klein', { kleinste: String(smallest) }) : String(count);

export function quarterReportPage({ report, countedOn, style }: ReportPage, knowledge: Knowledge): string {
  const quarter = quarterInWords(report.quarter, knowledge);
  const served = style.kind === 'linked';
  const median =
    report.medianDays === null
      ? knowledge.text('verslag.mediaan.klein')
      : knowledge.text('verslag.mediaan', { dagen: String(report.medianDays) });
  const csv = `/u-vroeg-wij-deden/${typedQuarter(report.quarter)}.csv`;
  const links = markup`<p><a href="${csv}">${knowledge.text('openbaar.csv')}</a></p>
<p><a href="/u-vroeg-wij-deden">${knowledge.text('openbaar.terug')}</a></p>`;
  const body = markup`<p class="lead">${knowledge.text('verslag.inleiding')}</p>
${countedOn === null ? markup`<p><strong>${knowledge.text('verslag.loopt')}</strong></p>` : markup`<p>${knowledge.text('verslag.geteld', { datum: dutchDay(countedOn) })}</p>`}
<p>${median}</p>
${report.groups.map((group) => sectionOf(group, report, knowledge))}
<p>${knowledge.text('verslag.klein.uitleg')}</p>
${served ? links : nothing}`;
  return pageOf({ title: knowledge.text('verslag.titel', { kwartaal: quarter }), body, style }, knowledge);
}

function sectionOf({ key, total, cells }: Group, report: QuarterReport, knowledge: Knowledge): Markup {
  const title = knowledge.text(`verslag.${key}`);
  const bars = cells.map((cell) => ({
    label: knowledge.text(`verslag.${key}.${cell.key}`),
    count: cell.count,
    shown: shownCount(cell.count, report, knowledge),
  }));
  const rows = bars.map(({ label, shown }) => markup`<tr><th scope="row">${label}</th><td>${shown}</td></tr>`);
  // More than one thing can stand in the way of one decision, so these don't add up to the decisions.
  const addsUp = key !== 'blocker';
  const foot = addsUp
    ? markup`<tfoot><tr><th scope="row">${knowledge.text('verslag.totaal')}</th><td>${shownCount(total, report, knowledge)}</td></tr></tfoot>`
    : nothing;
  return markup`<section aria-labelledby="${key}"><h2 id="${key}">${title}</h2>
${addsUp ? nothing : markup`<p>${knowledge.text('verslag.blocker.uitleg')}</p>`}
${barChart(bars, knowledge.text('verslag.grafiek', { groep: title }))}
<table class="figures"><caption>${title}</caption><thead><tr><th scope="col">${knowledge.text('verslag.kolom.antwoord')}</th><th scope="col">${knowledge.text('verslag.kolom.aantal')}</th></tr></thead><tbody>${rows}</tbody>${foot}</table></section>
`;
}
