/** Reading level of everything a person is told: answers and the words of flows. */
import type { FlowStep } from '../schema.ts';
import { readingLevel, readingLimits } from './reading-level.ts';
import { type CheckInput, fileOf, type Report } from './reporter.ts';

const { mean: meanLimit, sentence, longWord } = readingLimits;

export function checkReading({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const longWords = new Map<string, number>();
  const check = (file: string, place: string, paragraphs: readonly string[]): void => {
    const { mean, longest, longWords: words } = readingLevel(paragraphs);
    for (const word of words) longWords.set(word.toLowerCase(), (longWords.get(word.toLowerCase()) ?? 0) + 1);
    const tell = (isFault: boolean, problem: string): void => {
      (isFault ? report.faults : report.warnings).push({ file, place, problem });
    };
    if (mean > meanLimit.aim) {
      tell(
        mean > meanLimit.most,
        `de zinnen zijn gemiddeld ${decimal(mean)} woorden; maak ze korter, tot ${meanLimit.aim}`,
      );
    }
    if (longest.words > sentence.aim) {
      const most = `hooguit ${sentence.most}, liever ${sentence.aim}`;
      tell(longest.words > sentence.most, `deze zin heeft ${longest.words} woorden (${most}): "${longest.text}"`);
    }
  };
  for (const answer of merged.answers.values()) check(fileOf(merged, `faq/${answer.id}`), 'antwoord', answer.antwoord);
  for (const flow of merged.flows.values()) {
    const file = fileOf(merged, `flows/${flow.id}`);
    for (const [name, step] of Object.entries(flow.stappen)) check(file, `stappen.${name}`, wordsOf(step));
  }
  if (longWords.size === 0) return;
  const list = [...longWords]
    .sort(([, left], [, right]) => right - left)
    .map(([word, count]) => (count === 1 ? word : `${word} (${count} keer)`));
  report.warnings.push({
    file: 'alle teksten',
    place: 'lange woorden',
    problem: `woorden van ${longWord} letters of meer, leg ze uit of kies een korter woord: ${list.join(', ')}`,
  });
}

function wordsOf(step: FlowStep): readonly string[] {
  switch (step.soort) {
    case 'uitkomst':
      return step.tekst;
    case 'vraag':
    case 'invoer':
      return step.toelichting === undefined ? [step.tekst] : [step.tekst, step.toelichting];
    case 'actie':
      return [];
  }
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',');
}
