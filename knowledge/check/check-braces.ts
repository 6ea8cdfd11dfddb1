/** `{lokaalTeam.naam}`: a key in one brace is filled in by nobody, so that the reader sees the brace. */
import type { CheckInput, Report } from './reporter.ts';
import { shownTexts } from './shown-texts.ts';

const whole = /\{\{[^{}]+\}\}/g;

export function checkBraces({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  for (const { file, place, text } of shownTexts({ merged })) {
    // The widget fills in its own words, which are written in one brace.
    const isOfWidget = file.endsWith('/widget.json');
    const [found] = isOfWidget ? [] : (text.replaceAll(whole, ' ').match(/\{[^{}]*\}?|[^{}\s]*\}/) ?? []);
    if (found === undefined) continue;
    const problem = `"${found}" wordt niet ingevuld, de lezer ziet de accolade; schrijf twee: {{naam}}`;
    report.faults.push({ file, place, problem });
  }
}
