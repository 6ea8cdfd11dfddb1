/** Answers and next steps: does everything they point at exist, are dates sensible, does a crisis answer hold its number? */
import { placeholdersIn } from '../fill.ts';
import type { Answer, NextStep } from '../schema.ts';
import { type CheckInput, fileOf, type Report } from './reporter.ts';

const crisisNumber = /(?<!\d)(?:112|113|0800[- ]?\d{4})(?!\d)/;
const dayLength = 86_400_000;

/** Keys that name the answer that some readers get instead, and for whom that must be written. */
const insteadFor = [
  { key: 'voorOuders', audience: 'ouder', readers: 'ouders' },
  { key: 'voorProfessionals', audience: 'professional', readers: 'professionals' },
  { key: 'voorJongeren', audience: 'jongere', readers: 'jongeren' },
] as const;

export function checkAnswers(input: CheckInput, report: Report): void {
  const { merged } = input;
  for (const answer of merged.answers.values()) {
    const file = fileOf(merged, `faq/${answer.id}`);
    const fault = (place: string, problem: string): void => {
      report.faults.push({ file, place, problem });
    };
    if (answer.hoortBij !== undefined && !merged.fixedIds.includes(answer.hoortBij)) {
      fault('hoortBij', `"${answer.hoortBij}" is geen vast id`);
    }
    const isFixed = merged.fixedIds.includes(answer.id);
    if (!isFixed && answer.hoortBij === undefined)
      fault('hoortBij', 'een extra onderwerp moet zeggen bij welk vast id het hoort');
    if (isFixed && answer.hoortBij !== undefined)
      fault('hoortBij', 'een vast onderwerp hoort bij zichzelf; haal deze sleutel weg');
    for (const { key, audience, readers } of insteadFor) {
      const instead = answer[key];
      if (instead !== undefined && merged.answers.get(instead)?.doelgroep.includes(audience) !== true)
        fault(key, `het antwoord "${instead}" bestaat niet of is niet voor ${readers} geschreven`);
    }
    answer.bronnen.forEach((code, at) => {
      if (!Object.hasOwn(merged.sources, code)) fault(`bronnen[${at}]`, `de bron "${code}" staat niet in bronnen.json`);
    });
    for (const key of ['antwoord', 'zonderVoorleggen'] as const)
      answer[key]?.forEach((text, at) => {
        checkFacts(text, input, (problem) => {
          fault(`${key}[${at}]`, problem);
        });
      });
    if (answer.soort === 'crisis' && !crisisNumber.test(answer.antwoord.join(' '))) {
      fault('antwoord', 'in een crisisantwoord moet een nummer staan dat altijd opneemt (112, 113 of 0800-…)');
    }
    checkNextSteps(answer.vervolg, 'vervolg', input, fault);
    checkDay(answer, file, input, report);
  }
  for (const id of merged.fixedIds) {
    if (!merged.answers.has(id)) {
      report.faults.push({
        file: fileOf(merged, `faq/${id}`),
        place: 'bestand',
        problem: `er is geen antwoord voor het vaste id "${id}"`,
      });
    }
  }
}

export function checkNextSteps(
  steps: readonly NextStep[],
  place: string,
  { merged }: CheckInput,
  fault: (place: string, problem: string) => void,
): void {
  steps.forEach((step, at) => {
    const here = `${place}[${at}].${step.soort}`;
    if (step.soort === 'plek' && !Object.hasOwn(merged.places, step.plek))
      fault(here, `de plek "${step.plek}" staat niet in plekken.json`);
    if (step.soort === 'flow' && !merged.flows.has(step.flow)) fault(here, `de flow "${step.flow}" bestaat niet`);
    if (step.soort === 'antwoord' && !merged.answers.has(step.antwoord))
      fault(here, `het antwoord "${step.antwoord}" bestaat niet`);
  });
}

/** Every placeholder must be a local fact or one of `offered`. */
export function checkFacts(
  text: string,
  { merged }: CheckInput,
  fault: (problem: string) => void,
  offered: ReadonlySet<string> = new Set(),
): void {
  for (const key of placeholdersIn(text)) {
    if (offered.has(key) || Object.hasOwn(merged.facts, key)) continue;
    fault(
      `{{${key}}} wordt hier door niets ingevuld: het is geen feit uit feiten.json en geen eerdere stap biedt het aan`,
    );
  }
  if (text.replaceAll(/\{\{[^{}]+\}\}/g, '').match(/\{\{|\}\}/)) fault('er staan losse accolades: schrijf {{naam}}');
}

export function checkDay(
  item: Pick<Answer, 'gecontroleerdOp'>,
  file: string,
  { now, merged }: CheckInput,
  report: Report,
): void {
  if (!now) return;
  const age = (now.getTime() - Date.parse(`${item.gecontroleerdOp}T00:00:00Z`)) / dayLength;
  // A day of room: midnight in the Netherlands comes before midnight UTC.
  if (age < -1)
    report.faults.push({
      file,
      place: 'gecontroleerdOp',
      problem: `de datum ${item.gecontroleerdOp} ligt in de toekomst`,
    });
  const { nakijkenNaDagen } = merged.settings.redactie;
  if (age > nakijkenNaDagen) {
    report.warnings.push({
      file,
      place: 'gecontroleerdOp',
      problem: `al ${Math.floor(age)} dagen niet nagekeken (sinds ${item.gecontroleerdOp}; hooguit ${nakijkenNaDagen})`,
    });
  }
}
