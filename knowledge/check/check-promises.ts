/** Promises about what will happen to a family: nobody who writes a text can keep them. Told, for a person to judge. */
import { sentencesIn } from './reading-level.ts';
import type { CheckInput, Report } from './reporter.ts';
import { shownTexts } from './shown-texts.ts';

const certain = /\b(?:nooit|altijd|gegarandeerd|garantie|zeker weten)\b/i;
const outcomes: readonly RegExp[] = [
  /uit huis|uithuis(?:plaats|geplaatst)|weggehaald|afgepakt|afgenomen|kwijt|gezag|geheim/i,
  /\b(?:blijft?|blijven|komt|mag)\b.*\bthuis\b|\bthuis\b.*\b(?:blijft?|blijven|komt)\b/i,
  /\b(?:krijgt?|krijgen|geven|geeft|regelen|regelt|lukt|helpt?|helpen)\b/i,
];
const we = '(?:wij|we|ik|de gemeente)';
const vow = '(?:belo(?:ven|oft?)|garande(?:ren|ert?))';
const promise = new RegExp(String.raw`\b${we}\b.*\b${vow}\b|\b${vow} ${we}\b`, 'i');
/** "Dat kan ik niet beloven", "niet altijd": these promise nothing. */
const denied =
  /\b(?:niet|niets|geen|nooit)\b.*\b(?:beloven|garanderen)\b|\b(?:beloven|beloof|garanderen) (?:wij |we |ik )?(?:niets?|geen|nooit)\b|\bniet (?:altijd|zeker weten)\b/i;
/** What somebody may or should do, or is entitled to, is no outcome. */
const rightOrAdvice = /\b(?:mag|mogen|moet|moeten|kunt|kan|vraag)\b/i;

/** In the texts of answers and flows. */
export function checkPromises({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  for (const { file, place, text } of shownTexts({ merged })) {
    if (!/\/(?:faq|flows)\//.test(file)) continue;
    for (const sentence of sentencesIn(text).filter(isPromise)) {
      const problem = `dit leest als een belofte over hoe het afloopt, en die kan niemand doen: "${sentence}"`;
      report.warnings.push({ file, place, problem });
    }
  }
}

function isPromise(sentence: string): boolean {
  if (sentence.endsWith('?') || denied.test(sentence)) return false;
  if (promise.test(sentence)) return true;
  return certain.test(sentence) && !rightOrAdvice.test(sentence) && outcomes.some((outcome) => outcome.test(sentence));
}
