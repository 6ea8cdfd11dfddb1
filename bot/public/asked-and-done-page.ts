/** "U vroeg, wij deden": what was asked, done and learned, in words that were written for this page, and the reports. */
import type { AskedAndDone, Quarter } from '../../cases/index.ts';
import { dutchDay } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { type Markup, markup } from './markup.ts';
import { pageOf } from './page.ts';
import { quarterInWords, typedQuarter } from './quarter.ts';

/** Newest quarter first in both. */
export function askedAndDonePage(
  all: readonly AskedAndDone[],
  reports: readonly Quarter[],
  knowledge: Knowledge,
): string {
  const quarters = [...new Set(all.map(({ quarter }) => quarter))];
  const body = markup`<p class="lead">${knowledge.text('openbaar.inleiding')}</p>
<p>${knowledge.text('openbaar.privacy')}</p>
${quarters.map((quarter) => sectionOf(quarter, all, knowledge))}
${quarters.length === 0 ? markup`<p>${knowledge.text('openbaar.leeg')}</p>` : ''}
<section aria-labelledby="cijfers"><h2 id="cijfers">${knowledge.text('openbaar.cijfers')}</h2>
${reportsList(reports, knowledge)}</section>`;
  return pageOf({ title: knowledge.text('openbaar.titel'), body, style: { kind: 'linked' } }, knowledge);
}

function sectionOf(quarter: Quarter, all: readonly AskedAndDone[], knowledge: Knowledge): Markup {
  const items = all.filter((one) => one.quarter === quarter).map((one) => itemOf(one, knowledge));
  return markup`<section aria-labelledby="k${quarter}"><h2 id="k${quarter}">${quarterInWords(quarter, knowledge)}</h2>
<ul class="learned">${items}</ul></section>
`;
}

function itemOf({ asked, did, promisedBy }: AskedAndDone, knowledge: Knowledge): Markup {
  const day =
    promisedBy === null
      ? knowledge.text('openbaar.geen-datum')
      : knowledge.text('openbaar.klaar', { datum: dutchDay(promisedBy) });
  return markup`<li><p><strong>${knowledge.text('openbaar.gevraagd')}:</strong> ${asked}</p>
<p><strong>${knowledge.text('openbaar.gedaan')}:</strong> ${did}</p><p>${day}</p></li>
`;
}

function reportsList(reports: readonly Quarter[], knowledge: Knowledge): Markup {
  if (reports.length === 0) return markup`<p>${knowledge.text('openbaar.cijfers.geen')}</p>`;
  const links = reports.map((quarter) => {
    const words = knowledge.text('openbaar.cijfers.link', { kwartaal: quarterInWords(quarter, knowledge) });
    return markup`<li><a href="/u-vroeg-wij-deden/${typedQuarter(quarter)}">${words}</a></li>`;
  });
  return markup`<p>${knowledge.text('openbaar.cijfers.uitleg')}</p><ul>${links}</ul>`;
}
