/**
 * Phone numbers in everything that a person reads. One that can't be a number, is found here; so is one that stands loose in
 * a sentence: there it is a fixed number, the number of a place in `plekken.json`, or a key that each municipality fills in.
 */
import { placeholdersIn } from '../fill.ts';
import type { Place } from '../schema.ts';
import {
  isFixedNumber,
  isNumberToFillIn,
  isPhoneNumber,
  numbersToCall,
  ownerOfHelpline,
  sameNumber,
} from './phone-number.ts';
import { type CheckInput, entryOf, fileOf, type Report } from './reporter.ts';
import { shownTexts } from './shown-texts.ts';

const isPhoneKey = /(?:^|\.)\w*telefoon$/i;

const cannotBe = (number: string): string =>
  `"${number}" kan geen telefoonnummer zijn; tel de cijfers na (10, of 112, 0800-…, 0900-…, 14 0…)`;

/** Why the numbers in what a municipality filled in can't be right; empty when nothing is wrong. */
export function problemsOfFact(key: string, value: string): readonly string[] {
  const number = value.trim();
  if (!isPhoneKey.test(key))
    return numbersToCall(value)
      .filter((called) => !isPhoneNumber(called))
      .map(cannotBe);
  if (number === '' || isNumberToFillIn(number)) return [];
  return sameNumber(number) === '112'
    ? ['112 is alleen voor nood; zet hier het eigen nummer, of laat dit gegeven weg']
    : [
        `"${number}" kan geen telefoonnummer zijn; zet hier alleen het nummer (10 cijfers, 0800-…, 0900-…, 14 0… of +31 …), of laat dit gegeven weg`,
      ];
}

const hasOwnNumber = (telefoon: string | undefined): telefoon is string =>
  telefoon !== undefined && placeholdersIn(telefoon).length === 0;

/** Why the number of a place can't be right; `undefined` when nothing is wrong. */
export function problemOfPlace({ naam, telefoon }: Pick<Place, 'naam' | 'telefoon'>): string | undefined {
  if (!hasOwnNumber(telefoon)) return undefined;
  if (!isPhoneNumber(telefoon)) return cannotBe(telefoon);
  const owner = ownerOfHelpline(telefoon);
  return owner === undefined || owner.named.test(naam)
    ? undefined
    : `"${telefoon}" hoort bij ${owner.whose}; zet hier het eigen nummer, of laat telefoon weg`;
}

export function checkPhones({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const { settings, places } = merged;
  const fault = (file: string, place: string, problem: string): void => {
    report.faults.push({ file, place, problem });
  };
  for (const [key, value] of Object.entries(settings.feiten))
    for (const problem of problemsOfFact(key, value))
      fault(fileOf(merged, 'instellingen'), `feiten["${key}"]`, problem);
  const ofPlaces: string[] = [];
  for (const [key, place] of Object.entries(places)) {
    const problem = problemOfPlace(place);
    if (problem !== undefined) fault(entryOf(merged, 'plekken', key), `["${key}"].telefoon`, problem);
    if (hasOwnNumber(place.telefoon)) ofPlaces.push(place.telefoon);
  }
  const ofPlace = new Set(ofPlaces.map(sameNumber));
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
