/** Proves that a flow has no dead ends and that its safety gate can't be passed by. */
import type { Flow } from '../schema.ts';
import { checkDay, checkFacts, checkNextSteps } from './check-answers.ts';
import { circlesWithoutInput, edgesOf, endless, reachableFrom } from './flow-graph.ts';
import { offersAt } from './flow-offers.ts';
import { type CheckInput, fileOf, type Report } from './reporter.ts';

type Fault = (place: string, problem: string) => void;

export function checkFlows(input: CheckInput, report: Report): void {
  for (const flow of input.merged.flows.values()) {
    const file = fileOf(input.merged, `flows/${flow.id}`);
    const fault: Fault = (place, problem) => {
      report.faults.push({ file, place, problem });
    };
    checkDay(flow, file, input, report);
    if (!Object.hasOwn(flow.stappen, flow.start)) {
      fault('start', `de stap "${flow.start}" bestaat niet`);
      continue;
    }
    checkSteps(flow, input, fault);
    checkPaths(flow, fault);
    checkGate(flow, fault);
  }
}

function checkSteps(flow: Flow, input: CheckInput, fault: Fault): void {
  const offered = offersAt(flow, input.effects);
  for (const [name, step] of Object.entries(flow.stappen)) {
    const at = `stappen.${name}`;
    for (const { to, place } of edgesOf(step)) {
      if (!Object.hasOwn(flow.stappen, to)) fault(`${at}.${place}`, `de stap "${to}" bestaat niet`);
    }
    const text = (place: string, words: string | undefined): void => {
      if (words !== undefined)
        checkFacts(
          words,
          input,
          (problem) => {
            fault(`${at}.${place}`, problem);
          },
          offered.get(name),
        );
    };
    if (step.soort === 'actie') checkEffect(at, step, input, fault);
    else if (step.soort === 'uitkomst') {
      text('titel', step.titel);
      for (const key of ['tekst', 'zonderVoorleggen'] as const)
        step[key]?.forEach((line, index) => {
          text(`${key}[${index}]`, line);
        });
      step.antwoorden.forEach((id, index) => {
        if (!input.merged.answers.has(id)) fault(`${at}.antwoorden[${index}]`, `het antwoord "${id}" bestaat niet`);
      });
      checkNextSteps(step.vervolg, `${at}.vervolg`, input, fault);
    } else {
      text('tekst', step.tekst);
      text('toelichting', step.toelichting);
      if (step.soort === 'vraag')
        checkChoices(
          at,
          step.keuzes.map(({ tekst }) => tekst),
          fault,
        );
    }
  }
}

function checkChoices(at: string, titles: readonly string[], fault: Fault): void {
  titles.forEach((title, index) => {
    if (titles.findIndex((other) => other.toLowerCase() === title.toLowerCase()) !== index) {
      fault(`${at}.keuzes[${index}].tekst`, `het antwoord "${title}" staat er twee keer`);
    }
  });
}

function checkEffect(
  at: string,
  step: { readonly actie: string; readonly uitkomsten: Readonly<Record<string, string>> },
  { effects }: CheckInput,
  fault: Fault,
): void {
  const effect = Object.hasOwn(effects, step.actie) ? effects[step.actie] : undefined;
  if (!effect) {
    fault(`${at}.actie`, `de actie "${step.actie}" bestaat niet; kies uit: ${Object.keys(effects).join(', ')}`);
    return;
  }
  for (const outcome of effect.uitkomsten) {
    if (!Object.hasOwn(step.uitkomsten, outcome))
      fault(`${at}.uitkomsten`, `de uitkomst "${outcome}" heeft geen volgende stap`);
  }
  for (const outcome of Object.keys(step.uitkomsten)) {
    if (!effect.uitkomsten.includes(outcome))
      fault(`${at}.uitkomsten.${outcome}`, `de actie "${step.actie}" kent deze uitkomst niet`);
  }
}

function checkPaths(flow: Flow, fault: Fault): void {
  const reached = reachableFrom(flow, flow.start);
  for (const name of Object.keys(flow.stappen)) {
    if (!reached.has(name)) fault(`stappen.${name}`, 'deze stap kan vanaf de start niet worden bereikt');
  }
  for (const name of endless(flow)) fault(`stappen.${name}`, 'vanaf deze stap komt iemand nooit bij een uitkomst');
  for (const name of circlesWithoutInput(flow))
    fault(`stappen.${name}`, 'deze actie komt bij zichzelf terug zonder dat er iets wordt gevraagd');
}

/** A gate step leads to the next gate step or to an urgent ending; only the last one opens the rest. */
function checkGate(flow: Flow, fault: Fault): void {
  const { poort, stappen } = flow;
  if (poort.length > 0 && poort[0] !== flow.start)
    fault('start', 'een flow met een poort moet bij de eerste stap van de poort beginnen');
  poort.forEach((name, at) => {
    const step = stappen[name];
    if (poort.indexOf(name) !== at) fault(`poort[${at}]`, `de stap "${name}" staat twee keer in de poort`);
    if (!step) {
      fault(`poort[${at}]`, `de stap "${name}" bestaat niet`);
      return;
    }
    if (step.soort !== 'vraag') {
      fault(`poort[${at}]`, 'een stap van de poort moet een vraag met vaste antwoorden zijn');
      return;
    }
    if (step.overslaan !== null)
      fault(`stappen.${name}.overslaan`, 'een vraag van de poort mag niet worden overgeslagen');
    if (at === poort.length - 1) return;
    for (const { to, place } of edgesOf(step)) {
      const target = stappen[to];
      const isUrgentEnd = target?.soort === 'uitkomst' && target.toon === 'spoed';
      if (to !== poort[at + 1] && !isUrgentEnd) {
        fault(
          `stappen.${name}.${place}`,
          `hiermee kan iemand de poort voorbij: alleen "${poort[at + 1] ?? ''}" of een uitkomst met spoed mag hier volgen`,
        );
      }
    }
  });
}
