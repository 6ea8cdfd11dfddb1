/** The norm check of one question in words: for a terminal, and as a page for the annex of an answer to a complaint. */
import type { Day, Escalation, NormEvidence, NormFinding } from '../../cases/index.ts';
import { localDay } from '../../cases/index.ts';
import { dutchDay } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { markup } from '../public/markup.ts';
import { pageOf } from '../public/page.ts';

export interface NormAnnex {
  readonly escalation: Escalation;
  readonly norms: readonly NormFinding[];
  readonly today: Day;
}

const chapters = [
  { title: 'luisteren', of: 'N' },
  { title: 'voortvarend', of: 'V' },
  { title: 'leren', of: 'L' },
] as const;

function evidenceIn({ code, on, count }: NormEvidence, knowledge: Knowledge): string {
  const values = { datum: on === null ? '' : dutchDay(on), aantal: count === null ? '' : String(count) };
  return `${knowledge.text(`norm.bewijs.${code}`, values)}${on === null ? '' : ` (${values.datum})`}`;
}

/** Of which question, and when and from what this was made. */
function headOf(
  { escalation: { number, filedAt }, today }: NormAnnex,
  knowledge: Knowledge,
): readonly [string, string] {
  const filed = dutchDay(localDay(new Date(filedAt)));
  return [
    knowledge.text('normcheck.vraag', { nummer: number, datum: filed }),
    knowledge.text('normcheck.gemaakt', { datum: dutchDay(today) }),
  ];
}

export function normLines(annex: NormAnnex, knowledge: Knowledge): readonly string[] {
  const chapterLines = chapters.flatMap(({ title, of }) => [
    '',
    knowledge.text(`normcheck.${title}`),
    ...annex.norms
      .filter(({ norm }) => norm.startsWith(of))
      .flatMap(({ norm, answer, evidence }) => [
        `${norm}  ${knowledge.text(`normcheck.${answer}`).padEnd(8)}  ${knowledge.text(`norm.${norm}`)}`,
        ...evidence.map((one) => `      - ${evidenceIn(one, knowledge)}`),
      ]),
  ]);
  return [knowledge.text('normcheck.titel'), ...headOf(annex, knowledge), ...chapterLines];
}

export function normPage({ css, ...annex }: NormAnnex & { readonly css: string }, knowledge: Knowledge): string {
  const [question, made] = headOf(annex, knowledge);
  const column = (name: string) => markup`<th scope="col">${knowledge.text(`normcheck.kolom.${name}`)}</th>`;
  const tables = chapters.map(({ title, of }) => {
    const rows = annex.norms
      .filter(({ norm }) => norm.startsWith(of))
      .map(({ norm, answer, evidence }) => {
        const found = evidence.map((one) => markup`<li>${evidenceIn(one, knowledge)}</li>`);
        return markup`<tr><th scope="row">${norm}: ${knowledge.text(`norm.${norm}`)}</th><td>${knowledge.text(`normcheck.${answer}`)}</td><td><ul>${found}</ul></td></tr>`;
      });
    return markup`<h2>${knowledge.text(`normcheck.${title}`)}</h2>
<table class="figures"><thead><tr>${column('norm')}${column('antwoord')}${column('bewijs')}</tr></thead><tbody>${rows}</tbody></table>
`;
  });
  const body = markup`<p class="lead">${question}</p><p>${made}</p>${tables}`;
  return pageOf({ title: knowledge.text('normcheck.titel'), body, style: { kind: 'inside', css } }, knowledge);
}
