/**
 * Phone numbers in everything that a person reads. One that can't be a number, is found here; so is one that stands loose in
 * a sentence: there it is a fixed number, the number of a place in `plekken.json`, or a key that each municipality fills in.
 */
import { placeholdersIn } from '../fill.ts';
import { isFixedNumber, isNumberToFillIn, isPhoneNumber, numbersToCall, sameNumber } from './phone-number.ts';
import { type CheckInput, entryOf, fileOf, type Report } from './reporter.ts';
import { shownTexts } from './shown-texts.ts';

const isPhoneKey = /(?:^|\.)\w*telefoon$/i;

export function checkPhones({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const { settings, places } = merged;
  const fault = (file: string, place: string, problem: string): void => {
    report.faults.push({ file, place, problem });
  };
  const cannotBe = (number: string): string =>
    `"${number}" kan geen telefoonnummer zijn; tel de cijfers na (10, of 112, 0800-…, 0900-…, 14 0…)`;
  for (const [key, value] of Object.entries(settings.feiten)) {
    const number = value.trim();
    const faulty = (problem: string): void => {
      fault(fileOf(merged, 'instellingen'), `feiten["${key}"]`, problem);
    };
    if (!isPhoneKey.test(key)) {
      for (const one of numbersToCall(value).filter((called) => !isPhoneNumber(called))) faulty(cannotBe(one));
    } else if (sameNumber(number) === '112') {
      faulty('112 is alleen voor nood; zet hier het eigen nummer, of laat dit gegeven weg');
    } else if (number !== '' && !isNumberToFillIn(number)) {
      faulty(
        `"${number}" kan geen telefoonnummer zijn; zet hier alleen het nummer (10 cijfers, 0800-…, 0900-…, 14 0… of +31 …), of laat dit gegeven weg`,
      );
    }
  }
  const ofPlaces = Object.entries(places).flatMap(([key, { telefoon }]) =>
    telefoon === undefined || placeholdersIn(telefoon).length > 0 ? [] : [{ key, telefoon }],
  );
  for (const { key, telefoon } of ofPlaces) {
    if (!isPhoneNumber(telefoon)) fault(entryOf(merged, 'plekken', key), `["${key}"].telefoon`, cannotBe(telefoon));
  }
  const ofPlace = new Set(ofPlaces.map(({ telefoon }) => sameNumber(telefoon)));
  const keys = new Map(
    Object.entries(settings.feiten).map(([key, value]) => [sameNumber(value), isPhoneKey.test(key) ? key : undefined]),
  );
  for (const { file, place, text } of shownTexts({ merged })) {
    if (place.endsWith('.telefoon')) continue;
    for (const number of numbersToCall(text)) {
      if (!isPhoneNumber(number)) fault(file, place, cannotBe(number));
      else if (!isFixedNumber(number) && !ofPlace.has(sameNumber(number))) {
        const key = keys.get(sameNumber(number));
        const instead = key === undefined ? 'zet het bij een plek in plekken.json' : `schrijf {{${key}}}`;
        fault(
          file,
          place,
          `het nummer "${number}" staat los in de tekst, dan vergeet men het bij te werken: ${instead}`,
        );
      }
    }
  }
}
