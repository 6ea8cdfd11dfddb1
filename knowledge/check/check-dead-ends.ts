/** Answers and outcomes after which a reader has nowhere to go. */
import type { Flow, NextStep } from '../schema.ts';
import { type CheckInput, fileOf, type Report } from './reporter.ts';

/** The independent client supporter: offered at the end of every talk with a parent. */
const supporter = 'clientondersteuning';

export function checkDeadEnds({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const tell = (file: string, place: string, problem: string): void => {
    report.warnings.push({ file, place, problem });
  };
  for (const { id, soort, vervolg } of merged.answers.values()) {
    const isTalk = soort === 'smalltalk' || soort === 'oos';
    if (isTalk || hasWayOn(vervolg)) continue;
    tell(fileOf(merged, `faq/${id}`), 'vervolg', 'hierna kan de lezer nergens heen: zet er een plek of een flow bij');
  }
  for (const flow of merged.flows.values()) {
    if (!isForParents(flow)) continue;
    const file = fileOf(merged, `flows/${flow.id}`);
    for (const [name, step] of Object.entries(flow.stappen)) {
      if (step.soort !== 'uitkomst') continue;
      const place = `stappen.${name}.vervolg`;
      if (!hasWayOn(step.vervolg))
        tell(file, place, 'hierna kan de lezer nergens heen: zet er een plek of een flow bij');
      else if (
        step.toon === 'gewoon' &&
        !step.vervolg.some((next) => next.soort === 'plek' && next.plek === supporter)
      ) {
        tell(file, place, `bij elk einde hoort de cliëntondersteuner (plek "${supporter}")`);
      }
    }
  }
  const reached = linkedAnswers(merged);
  for (const { id } of merged.answers.values()) {
    if (merged.intents.has(id) || reached.has(id)) continue;
    tell(
      fileOf(merged, `faq/${id}`),
      'bestand',
      'dit antwoord is onbereikbaar: er is geen intents-bestand en niets wijst ernaar',
    );
  }
}

function hasWayOn(vervolg: readonly NextStep[]): boolean {
  return vervolg.some(({ soort }) => soort === 'plek' || soort === 'flow');
}

/** In a flow for workers only, the card that comes along is the way on. */
function isForParents(flow: Flow): boolean {
  return flow.doelgroep.some((audience) => audience !== 'professional');
}

function linkedAnswers({ answers, flows }: CheckInput['merged']): ReadonlySet<string> {
  const steps = [...flows.values()].flatMap((flow) =>
    Object.values(flow.stappen).flatMap((step) => (step.soort === 'uitkomst' ? [step] : [])),
  );
  const next = [...[...answers.values()].flatMap(({ vervolg }) => vervolg), ...steps.flatMap(({ vervolg }) => vervolg)];
  return new Set([
    ...next.flatMap((one) => (one.soort === 'antwoord' ? [one.antwoord] : [])),
    ...steps.flatMap(({ antwoorden }) => antwoorden),
  ]);
}
