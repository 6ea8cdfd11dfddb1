/** A number that can't be right is never shown: the fact counts as not filled in, and a place has the general number. */
import { problemOfPlace, problemsOfFact } from './check/check-phones.ts';
import { entryOf, fileOf } from './check/reporter.ts';
import { factText, generalNumber, placeNumber } from './fill.ts';
import type { KnowledgeFault } from './knowledge.ts';
import type { Merged } from './merge-layers.ts';

export interface SafeNumbers {
  readonly merged: Merged;
  /** Of what was left out, or has another number now. */
  readonly replaced: readonly KnowledgeFault[];
  /** `worded`: the general number itself is wrong, and the words that stand in for it are shown; `nothing`: there are none. */
  readonly general: 'shown' | 'worded' | 'nothing';
}

export function safeNumbers(merged: Merged): SafeNumbers {
  const { settings, places } = merged;
  const facts = Object.entries(settings.feiten).map(([key, value]) => ({
    key,
    value,
    told: problemsOfFact(key, value),
  }));
  const found = facts.flatMap(({ key, told }) =>
    told.map((problem) => ({ key, file: fileOf(merged, 'instellingen'), place: `feiten["${key}"]`, problem })),
  );
  const wrongPlaces = Object.entries(places).flatMap(([key, place]) => {
    const problem = problemOfPlace(place);
    return problem === undefined ? [] : [{ key, file: entryOf(merged, 'plekken', key), problem }];
  });
  const fault = ({ file, place, problem }: KnowledgeFault): KnowledgeFault => ({ file, place, problem });
  const feiten = Object.fromEntries(facts.flatMap(({ key, value, told }) => (told.length > 0 ? [] : [[key, value]])));
  const general = factText(generalNumber, { definitions: merged.facts, values: feiten }).kind;
  const instead = Object.hasOwn(merged.facts, placeNumber) ? placeNumber : generalNumber;
  const isWrong = (key: string) => wrongPlaces.some((one) => one.key === key);
  return {
    merged: {
      ...merged,
      settings: { ...settings, feiten },
      places: Object.fromEntries(
        Object.entries(places).map(([key, place]) => [
          key,
          isWrong(key) ? { ...place, telefoon: `{{${instead}}}` } : place,
        ]),
      ),
    },
    replaced: [
      ...found.map(fault),
      ...wrongPlaces.map(({ key, file, problem }) => ({ file, place: `["${key}"].telefoon`, problem })),
    ],
    general: found.every(({ key }) => key !== generalNumber) ? 'shown' : general === 'text' ? 'worded' : 'nothing',
  };
}
