/** The lesson with which an escalation is closed: how it came across, why, and what changes. */
import { z } from 'zod';
import type { Day } from '../../cases/index.ts';
import { line, subheading } from '../elements.ts';
import { optionalLine, optionalPromisedDay, optionalText, pastDay, reason } from '../forms/fields.ts';
import { typedValues } from '../inputs.ts';
import { type DeskFields, deskForm, SHORT_TEXT } from './desk-form.ts';
import { mayAct } from './desk-view.ts';

/** Three texts of full length and all that was typed must fit on one card. */
export const shortReason = reason.refine((text) => text.length <= SHORT_TEXT);

export const lessonShape = (today: Day) => ({
  cameAcross: shortReason,
  why: shortReason,
  changes: shortReason,
  lessonBy: optionalLine,
  lessonDue: optionalPromisedDay(today),
});

export interface LessonValues {
  readonly cameAcross: string;
  readonly why: string;
  readonly changes: string;
  readonly lessonBy: string | null;
  readonly lessonDue: string | null;
}

export const lessonInputs = (field: DeskFields) => [
  ...field.paragraph('cameAcross', { maxLength: SHORT_TEXT }),
  ...field.paragraph('why', { maxLength: SHORT_TEXT }),
  ...field.paragraph('changes', { maxLength: SHORT_TEXT }),
  ...field.line('lessonBy', { optional: true }),
  ...field.day('lessonDue', { optional: true }),
];

export const lessonOf = ({ cameAcross, why, changes, lessonBy, lessonDue }: LessonValues) => ({
  cameAcross,
  why,
  changes,
  by: lessonBy,
  due: lessonDue,
});

/** Both of a pair, or neither of them. */
const pairs = [
  ['publishedAsked', 'publishedDid'],
  ['toldHow', 'toldOn'],
] as const;

function halfFilled(data: unknown): readonly string[] {
  const typed = typedValues(data);
  const isEmpty = (id: string) => (typed[id] ?? '').trim() === '';
  return pairs.flatMap((pair) => {
    const empty = pair.filter(isEmpty);
    return empty.length === 1 ? empty : [];
  });
}

/** Somebody told the parent in person: needed when the assistant can reach nobody who filed. */
export const closeForm = deskForm({
  name: 'close',
  fits: (view) => mayAct(view) && view.escalation.state.kind === 'decided' && view.escalation.closing === null,
  shape: ({ today }) => ({
    ...lessonShape(today),
    publishedAsked: optionalText,
    publishedDid: optionalText,
    toldHow: optionalLine,
    toldOn: z.union([z.literal('').transform(() => null), pastDay(today)]).default(null),
  }),
  inputs: (field, _view, words) => [
    ...lessonInputs(field),
    subheading(words('bureau.publiek')),
    line(words('bureau.publiek.uitleg')),
    ...field.paragraph('publishedAsked', { optional: true, maxLength: SHORT_TEXT }),
    ...field.paragraph('publishedDid', { optional: true, maxLength: SHORT_TEXT }),
    subheading(words('bureau.verteld')),
    ...field.line('toldHow', { optional: true }),
    ...field.day('toldOn', { optional: true }),
  ],
  together: halfFilled,
  action: ({ publishedAsked, publishedDid, toldHow, toldOn, ...lesson }) => ({
    kind: 'close',
    lesson: lessonOf(lesson),
    published: publishedAsked === null || publishedDid === null ? null : { asked: publishedAsked, did: publishedDid },
    told: toldHow === null || toldOn === null ? null : { how: toldHow, on: toldOn },
  }),
});
