/** Phone numbers that can't be one: a digit too many or too few is found here, the wrong number is not. */
import { isPhoneNumber, numbersToCall } from './phone-number.ts';
import { type CheckInput, fileOf, type Report } from './reporter.ts';

const isPhoneKey = /(?:^|\.)\w*telefoon$/i;

export function checkPhones({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const fault = (file: string, place: string, number: string): void => {
    const problem = `"${number}" kan geen telefoonnummer zijn; tel de cijfers na (10, of 112, 0800-…, 0900-…, 14 0…)`;
    report.faults.push({ file, place, problem });
  };
  for (const [key, value] of Object.entries(merged.settings.feiten)) {
    const number = value.trim();
    // A sentence instead of a number ("kijk in uw brief") is allowed: it is shown as words, not as a number to press.
    if (isPhoneKey.test(key) && /\d/.test(number) && !isPhoneNumber(number) && !/\p{L}/u.test(number)) {
      fault(fileOf(merged, 'instellingen'), `feiten["${key}"]`, number);
    }
  }
  for (const [key, { telefoon }] of Object.entries(merged.places)) {
    if (telefoon !== undefined && !telefoon.includes('{{') && !isPhoneNumber(telefoon)) {
      fault(fileOf(merged, 'plekken'), `["${key}"].telefoon`, telefoon);
    }
  }
  for (const answer of merged.answers.values()) {
    answer.antwoord.forEach((text, at) => {
      for (const number of numbersToCall(text)) {
        if (!isPhoneNumber(number)) fault(fileOf(merged, `faq/${answer.id}`), `antwoord[${at}]`, number);
      }
    });
  }
}
