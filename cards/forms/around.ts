/** Who is around the child, and "regie" as a list of things that somebody does. */
import { z } from 'zod';
import { lifeDomainNames, type Party, type RegieTask } from '../../cases/index.ts';
import type { Words } from '../elements.ts';
import {
  optionalChoice,
  optionalComingDay,
  optionalDay,
  optionalLine,
  pastDay,
  recordOf,
  requiredLine,
  someLines,
  ticks,
} from './fields.ts';
import { optionsOf, workForm } from './form.ts';

const domains = (words: Words) => lifeDomainNames.map((value) => ({ title: words(`leefgebied.${value}`), value }));

export const partyForm = workForm({
  name: 'party',
  shape: ({ today }) => ({
    organisation: requiredLine,
    person: optionalLine,
    task: requiredLine,
    domain: optionalChoice(lifeDomainNames),
    on: pastDay(today),
  }),
  inputs: (field, _view, words) => [
    ...field.line('organisation'),
    ...field.line('person', { optional: true }),
    ...field.line('task'),
    ...field.select('looks', domains(words), { input: 'domain', label: 'domain', optional: true }),
    ...field.past('on', { label: 'on.vanaf' }),
  ],
  entry: (values) => ({ kind: 'party', ...values }),
});

const around = ({ until }: Party) => until === null;

export const partyEndedForm = workForm({
  name: 'party-ended',
  fits: ({ parties }) => parties.some(around),
  shape: ({ familyCase, today }) => ({ partyId: recordOf(familyCase.parties), on: pastDay(today) }),
  inputs: (field, { familyCase }) => [
    ...field.select(
      'partyId',
      optionsOf(familyCase.parties, around, ({ organisation, task }) => `${organisation}, ${task}`),
    ),
    ...field.past('on', { label: 'on.einde' }),
  ],
  entry: ({ partyId, on }) => ({ kind: 'party-ended', partyId: partyId.id, on }),
});

/** What a regisseur does according to the research on which the check rests; the words are `regietaak.*`. */
export const regieTasks = ['beeld', 'veiligheid', 'plan', 'afspraken', 'evaluatie', 'opschalen'] as const;

export const tasksForm = workForm({
  name: 'tasks',
  shape: ({ today, attempt }) => ({
    codes: ticks(regieTasks),
    what: someLines.refine((own) => own.length > 0 || ticks(regieTasks).parse(attempt.typed.codes ?? '').length > 0),
    who: requiredLine,
    due: optionalComingDay(today),
    on: pastDay(today),
  }),
  inputs: (field, _view, words) => [
    ...field.explain('werk.tasks.uitleg'),
    ...field.tick(
      'codes',
      regieTasks.map((value) => ({ title: words(`regietaak.${value}`), value })),
      { label: 'codes.taken' },
    ),
    ...field.paragraph('what', { optional: true, label: 'what.taken' }),
    ...field.line('who'),
    ...field.day('due', { optional: true }),
    ...field.past(),
  ],
  entry: ({ codes, what, who, due, on }, _context, words) => ({
    kind: 'tasks',
    on,
    tasks: [...codes.map((code) => words(`regietaak.${code}`)), ...what].map((task) => ({ what: task, who, due })),
  }),
});

const toDo = ({ doneOn }: RegieTask) => doneOn === null;

export const taskDoneForm = workForm({
  name: 'task-done',
  fits: ({ tasks }) => tasks.some(toDo),
  shape: ({ familyCase, today }) => ({ taskId: recordOf(familyCase.tasks), on: pastDay(today) }),
  inputs: (field, { familyCase }) => [
    ...field.select(
      'taskId',
      optionsOf(familyCase.tasks, toDo, ({ what, who }) => `${what} (${who})`),
    ),
    ...field.past('on', { label: 'on.gedaan' }),
  ],
  entry: ({ taskId, on }) => ({ kind: 'task-done', taskId: taskId.id, on }),
});

const helped = ['yes', 'partly', 'no', 'unknown'] as const;

export const trajectoryForm = workForm({
  name: 'trajectory',
  shape: ({ today }) => ({
    what: requiredLine,
    organisation: requiredLine,
    since: optionalDay,
    until: optionalDay,
    helped: z.enum(helped),
    on: pastDay(today),
  }),
  inputs: (field, _view, words) => [
    ...field.line('what', { label: 'what.hulp' }),
    ...field.line('organisation'),
    ...field.day('since', { optional: true }),
    ...field.day('until', { optional: true }),
    ...field.pick('helped', helped, (value) => words(`geholpen.${value}`), { prefilled: 'unknown' }),
    ...field.past(),
  ],
  entry: ({ on, ...trajectory }) => ({ kind: 'trajectory', on, trajectory }),
});
