/** Every text that a person may read, wherever an editor wrote it, with the file and the place in it. */
import type { CheckInput } from './reporter.ts';
import { entryOf, fileOf } from './reporter.ts';

export interface ShownText {
  readonly file: string;
  readonly place: string;
  readonly text: string;
}

/** Keys whose values are read by the program or by editors only. */
const notShown = [
  'id',
  'soort',
  'hoortBij',
  'voorOuders',
  'voorProfessionals',
  'voorJongeren',
  'doelgroep',
  'bronnen',
  'eigenaar',
  'gecontroleerdOp',
  'aanroep',
  'bewaarAls',
  'naar',
  'waarde',
  'url',
];

export function shownTexts({ merged }: Pick<CheckInput, 'merged'>): readonly ShownText[] {
  const { answers, flows, texts, places, facts, widgetTexts, clarifications } = merged;
  const whole = (folder: string, id: string, value: unknown) =>
    stringsIn(value).map(({ place, text }) => ({ file: fileOf(merged, `${folder}/${id}`), place, text }));
  const entries = (file: string, record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).flatMap(([key, value]) =>
      stringsIn(value).map(({ place, text }) => ({
        file: entryOf(merged, file, key),
        place: place === '' ? `["${key}"]` : `["${key}"].${place}`,
        text,
      })),
    );
  const heard = ([key]: readonly [string, string]) => key.startsWith('herken.');
  const said = Object.fromEntries(Object.entries(texts).filter((one) => !heard(one)));
  const fallbacks = Object.fromEntries(Object.entries(facts).map(([key, { terugval }]) => [key, { terugval }]));
  return [
    ...[...answers.values()].flatMap((answer) => whole('faq', answer.id, answer)),
    ...[...flows.values()].flatMap((flow) => whole('flows', flow.id, flow)),
    ...entries('teksten', said),
    ...entries('plekken', places),
    ...entries('feiten', fallbacks),
    ...entries('widget', widgetTexts),
    ...stringsIn(clarifications).map(({ place, text }) => ({ file: fileOf(merged, 'verduidelijking'), place, text })),
  ];
}

interface Found {
  readonly place: string;
  readonly text: string;
}

function stringsIn(value: unknown): readonly Found[] {
  if (typeof value === 'string') return [{ place: '', text: value }];
  if (Array.isArray(value)) return value.flatMap((one, at) => within(`[${at}]`, one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (notShown.includes(key) ? [] : within(key, one)));
}

function within(key: string, value: unknown): readonly Found[] {
  return stringsIn(value).map(({ place, text }) => ({
    place: place === '' || place.startsWith('[') ? `${key}${place}` : `${key}.${place}`,
    text,
  }));
}
