/** Who works with the family: a change, the handover, and the first appointment of a measure. */
import { z } from 'zod';
import { type FamilyCase, type Handover, handoverItems, isOpenPromise, type Measure } from '../../cases/index.ts';
import type { CardElement } from '../adaptive-card.ts';
import { dutchDay } from '../dutch-date.ts';
import { dataLine, line, quote, sentence, subheading, type Words } from '../elements.ts';
import { promiseWords } from '../promise-words.ts';
import { shownName } from '../shown-text.ts';
import {
  chosenOf,
  optionalDay,
  optionalLine,
  optionalRecordOf,
  pastDay,
  recordOf,
  requiredLine,
  requiredText,
  ticks,
} from './fields.ts';
import { optionsOf, workForm } from './form.ts';

const MOST_KNOWN = 3;

const runningMeasures = ({ measures }: FamilyCase) =>
  optionsOf(
    measures,
    ({ until }) => until === null,
    ({ measureKind, since }) => `${measureKind}, ${dutchDay(since)}`,
  );

export const workerChangeForm = workForm({
  name: 'worker-change',
  shape: ({ familyCase, today, attempt }) => ({
    measureId: optionalRecordOf(familyCase.measures),
    from: optionalLine,
    to: (attempt.typed.takenOverOn ?? '') === '' ? optionalLine : requiredLine,
    takenOverOn: optionalDay,
    reason: requiredText,
    on: pastDay(today),
  }),
  inputs: (field, { familyCase }, words) => {
    const measures = runningMeasures(familyCase);
    const team = { title: words('werk.worker-change.team'), value: '' };
    return [
      ...(measures.length === 0 ? [] : field.select('measureId', [team, ...measures], { optional: true })),
      ...field.line('from', { optional: true, label: 'from.werker' }),
      ...field.line('to', { optional: true, label: 'to.werker' }),
      ...field.day('takenOverOn', { optional: true }),
      ...field.paragraph('reason', { label: 'reason.wisseling' }),
      ...field.past('on', { label: 'on.laatste' }),
    ];
  },
  entry: ({ measureId, ...values }) => ({ kind: 'worker-change', measureId: measureId?.id ?? null, ...values }),
});

const unfinished = ({ done, takenOverOn }: Handover) => takenOverOn === null || done.length < handoverItems.length;
const itemPlaces = handoverItems.map((value) => value);

export const handoverForm = workForm({
  name: 'handover',
  fits: ({ handovers }) => handovers.some(unfinished),
  shape: ({ familyCase, today, attempt }) => {
    const chosen = chosenOf(familyCase.handovers, attempt.typed.handoverId);
    return {
      handoverId: recordOf(familyCase.handovers),
      to: chosen?.to === null ? requiredLine : optionalLine,
      takenOverOn: optionalDay,
      codes: ticks(itemPlaces),
      on: pastDay(today),
    };
  },
  inputs: (field, { familyCase }, words) => {
    const open = optionsOf(familyCase.handovers, unfinished, titleOf);
    const newest = chosenOf(familyCase.handovers, open.at(-1)?.value);
    return [
      ...field.select('handoverId', open, { prefilled: open.at(-1)?.value }),
      ...field.line('to', { optional: newest?.to !== null, label: 'to.werker', prefilled: newest?.to ?? undefined }),
      ...field.day('takenOverOn', { optional: true, prefilled: newest?.takenOverOn ?? undefined }),
      ...field.tick(
        'codes',
        handoverItems.map((value) => ({ title: words(`overdracht.${value}`), value })),
        { label: 'codes.overdracht', prefilled: newest?.done.join(',') },
      ),
      ...field.past(),
    ];
  },
  entry: ({ handoverId, codes, ...values }) => ({
    kind: 'handover',
    handoverId: handoverId.id,
    ...values,
    done: codes,
  }),
});

function titleOf({ from, to, on }: Handover): string {
  return `${dutchDay(on)}: ${from ?? '?'} → ${to ?? '?'}`;
}

/** What the new worker can read here, so that the parent need not tell it again. */
export function notToRetell({ requests, promises, trajectories }: FamilyCase, words: Words): readonly CardElement[] {
  const asked = requests.filter(({ endedOn }) => endedOn === null).slice(-MOST_KNOWN);
  const promised = promises.filter(isOpenPromise).slice(-MOST_KNOWN);
  const tried = trajectories.slice(-MOST_KNOWN);
  if (asked.length + promised.length + tried.length === 0) return [];
  return [
    subheading(words('overdracht.niet-opnieuw')),
    ...asked.flatMap((one) => [
      dataLine(words('overdracht.gevraagd', { datum: dutchDay(one.on) })),
      quote(one.words.text, 600),
    ]),
    ...promised.map((one) => {
      const wat = promiseWords(one, words);
      return one.due === null
        ? sentence(words, 'overdracht.beloofd.zonder-datum', { wat })
        : sentence(words, 'overdracht.beloofd', { wat, datum: dutchDay(one.due) });
    }),
    ...tried.flatMap(({ what, helped }) => [dataLine(`${shownName(what)}: ${words(`geholpen.${helped}`)}`)]),
    line(words('overdracht.lees-eerst')),
  ];
}

export const measureForm = workForm({
  name: 'measure',
  shape: ({ today }) => ({ measureKind: requiredLine, on: pastDay(today) }),
  inputs: (field) => [...field.line('measureKind'), ...field.past('on', { label: 'on.vanaf' })],
  entry: (values) => ({ kind: 'measure', ...values }),
});

const steps = ['measure-appointment', 'measure-ended'] as const;
const running = ({ until }: Measure) => until === null;

export const measureStepForm = workForm({
  name: 'measure-step',
  fits: ({ measures }) => measures.some(running),
  shape: ({ familyCase, today }) => ({
    measureId: recordOf(familyCase.measures),
    outcome: z.enum(steps),
    on: pastDay(today),
  }),
  inputs: (field, { familyCase }, words) => [
    ...field.select('measureId', runningMeasures(familyCase)),
    ...field.pick('outcome', steps, (value) => words(`maatregel.${value}`)),
    ...field.past(),
  ],
  entry: ({ measureId, outcome, on }) => ({ kind: outcome, measureId: measureId.id, on }),
});
