/** The finding of the check as lines of a card; used by the verdict and by the card of the aanspreekpunt. */
import type { FamilyCase, OnePlanFinding, Plan, PlanFinding, Regisseur, RegisseurFinding } from '../cases/index.ts';
import type { CardElement } from './adaptive-card.ts';
import { dutchDay, dutchMoment } from './dutch-date.ts';
import { dataLine, line, run, runs, type Words } from './elements.ts';
import { shownName } from './shown-text.ts';

export interface Checked {
  readonly finding: OnePlanFinding;
  readonly familyCase: FamilyCase;
}

export function findingLines({ finding, familyCase }: Checked, words: Words): readonly CardElement[] {
  if (finding.kind === 'unknown') {
    return [
      line(words('check.onbekend.plan')),
      line(words('check.onbekend.regisseur')),
      line(words('check.onbekend.bron')),
      ...finding.because.map((source) => runs(run(source))),
      dataLine(words('check.onbekend.moment', { moment: dutchMoment(finding.asOf) })),
    ];
  }
  return [...planLines(finding.plan, familyCase, words), ...regisseurLines(finding.regisseur, familyCase, words)];
}

function planLines(finding: PlanFinding, familyCase: FamilyCase, words: Words): readonly CardElement[] {
  const named = (ids: readonly string[]) =>
    ids.map((id) => {
      const plan = familyCase.plans.find((one) => one.id === id);
      return plan === undefined ? line(words('check.andere-bron')) : planLine(plan, words);
    });
  switch (finding.kind) {
    case 'none':
      return [line(words('check.plan.none'))];
    case 'one':
      return [line(words('check.plan.one')), ...named([finding.planId])];
    case 'several':
      return [line(words('check.plan.several')), ...named(finding.planIds)];
    case 'outdated':
      return [dataLine(words('check.plan.outdated', { datum: dutchDay(finding.since) })), ...named([finding.planId])];
    case 'incomplete':
      return [
        line(words('check.plan.incomplete')),
        ...named([finding.planId]),
        runs({ type: 'TextRun', text: `${words('check.plan.mist')} ` }, run(missing(finding.missing, words))),
      ];
  }
}

function planLine(plan: Plan, words: Words): CardElement {
  const since =
    plan.agreedOn === null
      ? words('check.plan.zonder-datum')
      : words('check.plan.sinds', { datum: dutchDay(plan.agreedOn) });
  const owner = plan.owner === null ? '' : `, ${words('check.plan.eigenaar')} ${shownName(plan.owner)}`;
  return runs(run(plan.planKind, { bold: true }), own(`, ${since}${owner}`));
}

function regisseurLines(finding: RegisseurFinding, familyCase: FamilyCase, words: Words): readonly CardElement[] {
  const named = (ids: readonly string[]) =>
    ids.map((id) => {
      const regisseur = familyCase.regisseurs.find((one) => one.id === id);
      return regisseur === undefined ? line(words('check.andere-bron')) : regisseurLine(regisseur, words);
    });
  switch (finding.kind) {
    case 'none':
      return [line(words('check.regisseur.none'))];
    case 'one':
      return [
        dataLine(words('check.regisseur.one', { datum: dutchDay(finding.since) })),
        ...named([finding.regisseurId]),
      ];
    case 'several':
      return [line(words('check.regisseur.several')), ...named(finding.regisseurIds)];
    case 'gone':
      return [
        dataLine(words('check.regisseur.gone', { datum: dutchDay(finding.since) })),
        ...named([finding.regisseurId]),
      ];
    case 'cannot-lead':
      return [line(words('check.regisseur.cannot-lead')), ...named([finding.regisseurId])];
  }
}

function regisseurLine(regisseur: Regisseur, words: Words): CardElement {
  const since = words('check.regisseur.sinds', { datum: dutchDay(regisseur.since) });
  return runs(run(regisseur.name, { bold: true }), own(`, ${shownName(regisseur.organisation)}, ${since}`));
}

const knownMissing = ['members', 'domains', 'priorities', 'owner', 'agreed-on'];

/** A part the texts have no word for is shown as the rule names it. */
function missing(parts: readonly string[], words: Words): string {
  return parts.map((part) => (knownMissing.includes(part) ? words(`check.mist.${part}`) : part)).join(', ');
}

/** Our own words beside data: spaces and commas stay as they are. */
function own(text: string): CardElement {
  return { type: 'TextRun', text };
}
