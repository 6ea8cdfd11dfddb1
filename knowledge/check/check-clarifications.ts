/** Whether each choice of a clarifying question leads to an answer, and no two questions tell the same answers apart. */
import { type CheckInput, fileOf, type Report } from './reporter.ts';

export function checkClarifications({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const file = fileOf(merged, 'verduidelijking');
  const asked = new Map<string, number>();
  for (const [number, { keuzes }] of merged.clarifications.entries()) {
    const ids = keuzes.map(({ antwoord }) => antwoord);
    for (const [choice, id] of ids.entries()) {
      const place = `[${number}].keuzes[${choice}].antwoord`;
      if (!merged.answers.has(id)) report.faults.push({ file, place, problem: `er is geen antwoord "${id}"` });
      if (ids.indexOf(id) !== choice) report.faults.push({ file, place, problem: `"${id}" staat hier twee keer` });
    }
    for (const pair of pairsOf(ids)) {
      const earlier = asked.get(pair);
      if (earlier === undefined) asked.set(pair, number);
      else {
        const problem = `vraag [${earlier}] gaat ook al over ${pair}: deze wordt daarvoor nooit gesteld`;
        report.warnings.push({ file, place: `[${number}]`, problem });
      }
    }
  }
}

function pairsOf(ids: readonly string[]): readonly string[] {
  const sorted = [...new Set(ids)].sort();
  return sorted.flatMap((first, at) => sorted.slice(at + 1).map((second) => `${first} en ${second}`));
}
