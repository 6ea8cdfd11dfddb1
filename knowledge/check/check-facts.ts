/** Facts, places, settings and texts. */
import { factText, generalNumber, placeholdersIn } from '../fill.ts';
import { checkFacts } from './check-answers.ts';
import { type CheckInput, entryOf, fileOf, type Report } from './reporter.ts';

export function checkLocalFacts(input: CheckInput, report: Report): void {
  const { merged } = input;
  const { facts: definitions, settings } = merged;
  const values = settings.feiten;
  const settingsFile = fileOf(merged, 'instellingen');
  const factsFile = fileOf(merged, 'feiten');
  for (const key of Object.keys(values)) {
    if (!Object.hasOwn(definitions, key)) {
      report.faults.push({
        file: settingsFile,
        place: `feiten["${key}"]`,
        problem: `het feit "${key}" staat niet in feiten.json`,
      });
    }
    const nested = placeholdersIn(values[key] ?? '');
    if (nested.length > 0) {
      report.faults.push({
        file: settingsFile,
        place: `feiten["${key}"]`,
        problem: 'een feit mag zelf geen {{…}} bevatten',
      });
    }
  }
  for (const [key, { terugval, verplicht }] of Object.entries(definitions)) {
    const place = `["${key}"].terugval`;
    if (terugval && 'feit' in terugval && !Object.hasOwn(definitions, terugval.feit)) {
      report.faults.push({ file: factsFile, place, problem: `het feit "${terugval.feit}" bestaat niet` });
    } else if (factText(key, { definitions, values }).kind === 'circle') {
      report.faults.push({ file: factsFile, place, problem: 'deze terugval draait in een kring' });
    }
    if (verplicht && !values[key]?.trim()) missing(key, input, report);
  }
  if (definitions[generalNumber]?.verplicht !== true && !values[generalNumber]?.trim())
    missing(generalNumber, input, report);
}

/** Without a local layer nothing local can be filled in; the national files can still be checked. */
function missing(key: string, { merged }: CheckInput, report: Report): void {
  const fault = {
    file: fileOf(merged, 'instellingen'),
    place: `feiten["${key}"]`,
    problem: `het verplichte feit "${key}" is niet ingevuld`,
  };
  if (merged.hasLocal) report.faults.push(fault);
  else report.warnings.push(fault);
}

export function checkPlaces(input: CheckInput, report: Report): void {
  for (const [key, place] of Object.entries(input.merged.places)) {
    const file = entryOf(input.merged, 'plekken', key);
    for (const [field, text] of Object.entries(place)) {
      checkFacts(text, input, (problem) => report.faults.push({ file, place: `["${key}"].${field}`, problem }));
    }
  }
}

export function checkTexts(input: CheckInput, report: Report): void {
  const { merged, texts } = input;
  for (const [key, offered] of Object.entries(texts ?? {})) {
    const file = entryOf(merged, 'teksten', key);
    const text = merged.texts[key];
    if (text === undefined) report.faults.push({ file, place: `["${key}"]`, problem: `de tekst "${key}" ontbreekt` });
    else
      checkFacts(
        text,
        input,
        (problem) => report.faults.push({ file, place: `["${key}"]`, problem }),
        new Set(offered),
      );
  }
}
