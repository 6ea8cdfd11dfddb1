import { expect } from 'chai';
import fc from 'fast-check';
import { askedAndDonePage } from '../../../bot/public/asked-and-done-page.ts';
import { barChart } from '../../../bot/public/bar-chart.ts';
import { markup } from '../../../bot/public/markup.ts';
import { quarterFrom, typedQuarter } from '../../../bot/public/quarter.ts';
import { cellOf, quarterReportCsv } from '../../../bot/public/quarter-report-csv.ts';
import { quarterReportPage } from '../../../bot/public/quarter-report-page.ts';
import { safeReport } from '../../../bot/public/safe-report.ts';
import { readKnowledge } from '../../../bot/read-knowledge.ts';
import type { AnonymousRecord } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import { anAnonymousRecord as aRecord, anonymousRecords as times } from '../../support/an-anonymous-record.ts';
import { ROOT } from '../../support/an-app.ts';

/** The questions that all decisions of a quarter answer. */
const DECISIONS = [
  'Wat er werd besloten',
  'Was het besluit er op de beloofde dag?',
  'Moest de vraag naar een hoger niveau, omdat een dag was gemist?',
  'Ging de vraag later weer open?',
  'Was het gezin daarna geholpen?',
];

const HOSTILE = ['<script>alert(1)</script>', '"><img src=x onerror=1>', "' onmouseover='1", '&lt;b&gt;', '{{naam}}'];

describe('the pages for everybody (L5, L7)', () => {
  let knowledge: Knowledge;
  before(async () => {
    knowledge = await readKnowledge(ROOT, null);
  });

  const rowsOf = (all: readonly AnonymousRecord[]) =>
    quarterReportCsv(safeReport(all, '2026-3', 5), knowledge)
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
  const count = (all: readonly AnonymousRecord[], group: string, answer: string) =>
    rowsOf(all).find(([, one, other]) => one === group && other === answer)?.[3];

  it('never let a value become markup', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { text: html } = markup`<p title="${text}">${text}</p>`;
        expect(html.slice(10, -4)).to.not.match(/[<"']$|<(?!\/p)/);
        expect(html.replace(/&#\d+;/g, '')).to.not.match(
          /[<>"'&].*[<>"'&].*[<>"'&].*[<>"'&].*[<>"'&].*[<>"'&].*[<>"'&]/,
        );
      }),
    );
    for (const text of HOSTILE) expect(markup`<p>${text}</p>`.text).to.not.match(/<(script|img|b)/);
  });

  it('show what was asked and done as text, with the day or that there is none', () => {
    const html = askedAndDonePage(
      HOSTILE.map((asked, place) => ({
        quarter: '2026-3',
        asked,
        did: 'Wij spraken af wie belt.',
        promisedBy: place === 0 ? '2026-12-01' : null,
      })),
      ['2026-3'],
      knowledge,
    );
    expect(html).to.not.match(/<(script|img)|onerror=1>/);
    expect(html).to.contain('Dit moet klaar zijn op dinsdag 1 december 2026.');
    expect(html).to.contain('nog geen datum');
    expect(html).to.contain('href="/u-vroeg-wij-deden/2026-Q3"');
  });

  it('say so when nothing was learned yet', () => {
    const html = askedAndDonePage([], [], knowledge);
    expect(html).to.contain('Hier staat nu nog niets.').and.to.contain('nog geen heel kwartaal');
  });

  it('show a count under five as small, and no other count from which it can be worked out', () => {
    const all = [...times(20), ...times(3, { verdict: 'refused' }), ...times(7, { verdict: 'elsewhere' })];
    const group = 'Wat er werd besloten';
    expect(count(all, group, 'Nee, nu niet')).to.equal('< 5 *');
    expect(count(all, group, 'Samen')).to.equal('30');
    expect(count(all, group, 'Het was voor een ander')).to.equal('< 5 *');
    expect(count(all, group, 'Ja, het gaat gebeuren')).to.equal('20');
    expect(count(times(4), group, 'Samen')).to.equal('< 5 *');
    expect(count([], group, 'Samen')).to.equal('0');
  });

  it('never print a count of one to four, nor rows from which one follows', () => {
    const records = fc.array(
      fc.record({
        verdict: fc.constantFrom('granted' as const, 'refused' as const, 'elsewhere' as const),
        filedBy: fc.constantFrom('parent' as const, 'on-behalf' as const, 'colleague' as const, 'system' as const),
        inTime: fc.boolean(),
        raised: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(records, (wishes) => {
        const rows = rowsOf(wishes.map((wish) => aRecord(wish))).slice(1);
        const groups = new Map<string, string[][]>();
        for (const row of rows) groups.set(row[1] ?? '', [...(groups.get(row[1] ?? '') ?? []), row]);
        const ofDecisions = (cells: string[][]) => DECISIONS.includes(cells[0]?.[1] ?? '');
        const totals = [...groups.values()]
          .filter(ofDecisions)
          .flatMap((cells) => cells.filter(([, , answer, shown]) => answer === 'Samen' && /^\d+$/.test(shown ?? '')));
        const decided = totals[0] === undefined ? undefined : Number(totals[0][3]);
        for (const [, cells] of groups) {
          for (const [, , , shown] of cells) expect(shown).to.not.match(/^[1-4]$/);
          const total = cells.find(([, , answer]) => answer === 'Samen')?.[3] ?? '';
          const parts = cells.filter(([, , answer]) => answer !== 'Samen').map(([, , , shown]) => shown ?? '');
          const hidden = parts.filter((shown) => shown.startsWith('<')).length;
          if (/^\d+$/.test(total)) expect(hidden).to.not.equal(1);
          const shown = parts.filter((one) => /^\d+$/.test(one)).reduce((sum, one) => sum + Number(one), 0);
          if (hidden > 0 && ofDecisions(cells) && decided !== undefined)
            expect(decided - shown).to.be.at.least(10, JSON.stringify(cells));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('hide the total of the decisions in every group when one of them must hide it', () => {
    const all = [...times(4), ...times(4, { verdict: 'refused' })];
    for (const group of [
      'Wat er werd besloten',
      'Was het besluit er op de beloofde dag?',
      'Ging de vraag later weer open?',
    ])
      expect(count(all, group, 'Samen'), group).to.equal('< 5 *');
    expect(count(all, 'Was het besluit er op de beloofde dag?', 'Ja')).to.equal('< 5 *');
  });

  it('draw no bar for what is hidden', () => {
    const { text } = barChart(
      [
        { label: 'Ja', count: 20, shown: '20' },
        { label: 'Nee', count: null, shown: '< 5 *' },
      ],
      'Staafdiagram',
    );
    expect([...text.matchAll(/<rect [^>]*width="(\d+)"/g)].map(([, width]) => width)).to.deep.equal(['240', '0']);
    expect(text).to.contain('role="img" aria-label="Staafdiagram"');
    expect(text).to.not.match(/style=|<script/);
  });

  it('have a table with a heading for every row and column beside each chart', () => {
    const report = safeReport(times(12), '2026-3', 5);
    const html = quarterReportPage({ report, countedOn: '2026-10-01', style: { kind: 'linked' } }, knowledge);
    const charts = [...html.matchAll(/<svg /g)].length;
    expect(charts).to.equal(report.groups.length);
    expect([...html.matchAll(/<caption>/g)]).to.have.length(charts);
    expect([...html.matchAll(/<th(?! scope="(row|col)")/g)]).to.have.length(0 + [...html.matchAll(/<thead>/g)].length);
    expect(html).to.contain('De helft van de besluiten kwam binnen 9 dagen.');
  });

  it('keep a spreadsheet from running a cell', () => {
    const starts = ['=', '+', '-', '@', '\t', '\n', '\r', ' ', '\u00a0', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '−'];
    const invisible = ['\u200b', '\ufeff', '\u202e', '\u2060', '\u00ad', '\u180e', '\u3164', '\0'];
    for (const start of [...starts, ...invisible])
      expect(cellOf(`${start}=1+1`).replace(/^"/, ''), JSON.stringify(start)).to.match(/^'/);
    for (const start of starts) expect(cellOf(`${start}1`).replace(/^"/, ''), JSON.stringify(start)).to.match(/^'/);
    expect(cellOf('a;b "c"')).to.equal('"a;b ""c"""');
    expect(cellOf('Een ouder')).to.equal('Een ouder');
  });

  it('know a quarter however it is typed, and nothing else', () => {
    for (const typed of ['2026-Q3', '2026-q3', ' 2026-3 ']) expect(quarterFrom(typed)).to.equal('2026-3');
    for (const typed of ['2026', '2026-Q5', '2026-Q0', '26-Q3', '2026-Q33', '../x', ''])
      expect(quarterFrom(typed)).to.equal(null);
    expect(typedQuarter('2026-3')).to.equal('2026-Q3');
  });
});
