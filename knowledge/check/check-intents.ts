/** Recognition: does every intent have an answer, does every concept exist, are the fixed ids whole? */
import { mostRows } from '../match/cells.ts';
import { alternatives, conceptsIn } from '../match/terms.ts';
import type { Intent } from '../schema.ts';
import { type CheckInput, fileOf, type Report } from './reporter.ts';

export function checkIntents({ merged }: CheckInput, report: Report): void {
  const concepts = merged.lexicon.begrippen;
  const seen = new Map<string, string>();
  for (const intent of merged.intents.values()) {
    const file = fileOf(merged, `intents/${intent.id}`);
    const fault = (place: string, problem: string): void => {
      report.faults.push({ file, place, problem });
    };
    if (!merged.answers.has(intent.id)) fault('id', `er is geen antwoord "${intent.id}" in faq/`);
    checkRules(intent, concepts, fault);
    for (const [at, example] of intent.voorbeelden.entries()) {
      const key = example.trim().toLowerCase();
      const other = seen.get(key);
      if (other === intent.id) fault(`voorbeelden[${at}]`, 'dit voorbeeld staat er twee keer');
      seen.set(key, intent.id);
    }
  }
  checkNumber([...merged.intents.values()], merged, report);
  checkWords(merged.lexicon.begrippen, fileOf(merged, 'woorden'), report);
  checkFixedIds(merged.fixedIds, fileOf(merged, 'vaste-ids'), report);
  checkCrisisData({ merged }, report);
}

/** The fault stands at the subject with the most examples: there is the most to take away. */
function checkNumber(intents: readonly Intent[], merged: CheckInput['merged'], report: Report): void {
  const count = intents.reduce((sum, { voorbeelden }) => sum + voorbeelden.length, 0);
  const [first, ...others] = intents;
  if (count <= mostRows || first === undefined) return;
  const most = others.reduce((one, other) => (other.voorbeelden.length > one.voorbeelden.length ? other : one), first);
  report.faults.push({
    file: fileOf(merged, `intents/${most.id}`),
    place: 'voorbeelden',
    problem: `alle onderwerpen samen hebben ${count} voorbeelden; hooguit ${mostRows} mag`,
  });
}

function checkRules(
  intent: Intent,
  concepts: Readonly<Record<string, unknown>>,
  fault: (place: string, problem: string) => void,
): void {
  intent.herken.forEach((rule, at) => {
    for (const part of ['alle', 'niet'] as const) {
      rule[part].forEach((entry, index) => {
        entryProblems(entry, concepts).forEach((problem) => {
          fault(`herken[${at}].${part}[${index}]`, problem);
        });
      });
    }
  });
}

function entryProblems(entry: string, concepts: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...conceptsIn(entry)
      .filter((name) => !Object.hasOwn(concepts, name))
      .map((name) => `het begrip "@${name}" bestaat niet`),
    ...(alternatives(entry).some((part) => !/[\p{L}\p{N}]/u.test(part))
      ? ['hier staat een lege keuze tussen twee schuine strepen']
      : []),
  ];
}

function checkWords(concepts: Readonly<Record<string, readonly string[]>>, file: string, report: Report): void {
  for (const [name, words] of Object.entries(concepts)) {
    words.forEach((word, at) => {
      if (!word.includes('@')) return;
      report.faults.push({
        file,
        place: `begrippen.${name}[${at}]`,
        problem: 'een begrip mag geen ander begrip noemen',
      });
    });
  }
}

function checkFixedIds(ids: readonly string[], file: string, report: Report): void {
  ids.forEach((id, at) => {
    if (ids.indexOf(id) !== at)
      report.faults.push({ file, place: `[${at}]`, problem: `het id "${id}" staat er twee keer` });
  });
  if (!ids.includes('geen-antwoord'))
    report.faults.push({ file, place: 'bestand', problem: 'het id "geen-antwoord" ontbreekt' });
}

function checkCrisisData({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const { kaders, begrippen } = merged.crisis;
  const file = fileOf(merged, 'crisis');
  const names = new Set<string>();
  checkWords(begrippen, file, report);
  kaders.forEach((frame, at) => {
    const fault = (place: string, problem: string): void => {
      report.faults.push({ file, place: `kaders[${at}].${place}`, problem });
    };
    if (names.has(frame.naam)) fault('naam', `de naam "${frame.naam}" is al gebruikt`);
    names.add(frame.naam);
    if (!merged.answers.has(frame.intent)) fault('intent', `er is geen antwoord "${frame.intent}"`);
    for (const part of ['delen', 'niet'] as const) {
      frame[part].forEach((entry, index) => {
        entryProblems(entry, begrippen).forEach((problem) => {
          fault(`${part}[${index}]`, problem);
        });
      });
    }
  });
}
