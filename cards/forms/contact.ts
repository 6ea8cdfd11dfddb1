/** After a contact: what was heard, and what was done with it. */
import { type FamilyCase, type Signal, type SignalCode, tickable } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import { subheading, type Words } from '../elements.ts';
import {
  chosenOf,
  comingDay,
  optionalText,
  optionalWords,
  pastDay,
  reason,
  recordOf,
  requiredLine,
  requiredText,
  ticks,
} from './fields.ts';
import { type FormContext, optionsOf, workForm } from './form.ts';

const groups = {
  gezin: [
    'overload-parent',
    'parent-searches-herself',
    'cry-for-help',
    'safety-concern',
    'child-harm-threatened',
    'aftercare-relapse',
  ],
  regie: [
    'many-agencies',
    'no-plan',
    'regie-not-working',
    'regie-left-with-failing-party',
    'regie-reduced-to-meetings',
    'regie-back-to-earlier-party',
    'role-information-unclear',
    'expectations-differ',
    'own-words-overwritten',
  ],
  werker: ['no-match-with-worker', 'change-of-worker', 'handover-failed', 'handover-done', 'worker-unreachable'],
  hulp: [
    'request-not-granted',
    'referral',
    'referral-cannot-deliver',
    'waiting-list',
    'decision-deferred',
    'rejected-on-rule',
    'no-alternative-offered',
    'maatwerk',
  ],
} as const satisfies Readonly<Record<string, readonly SignalCode[]>>;

const placed: readonly SignalCode[] = Object.values(groups).flat();
const inGroup = (codes: readonly SignalCode[]) => tickable.filter((code) => codes.includes(code));

/** The tick list by subject; what belongs to no other group stands in the last one. */
const tickGroups: readonly (readonly [name: string, codes: readonly SignalCode[]])[] = [
  ['gezin', inGroup(groups.gezin)],
  ['regie', inGroup(groups.regie)],
  ['werker', inGroup(groups.werker)],
  ['hulp', inGroup(groups.hulp)],
  ['afspraken', tickable.filter((code) => !placed.includes(code))],
];

export const whoSaidIt = ['ouder', 'jongere', 'familie', 'school', 'hulpverlener', 'anders'] as const;

const titled = (codes: readonly SignalCode[], words: Words) =>
  codes.map((value) => ({ title: words(`signaal.${value}`), value }));

export const signalsForm = workForm({
  name: 'signals',
  shape: ({ today, attempt }) => ({
    on: pastDay(today),
    codes: ticks(tickable)
      .transform((ticked) => [...new Set([...ticked, ...elsewhere(attempt.typed)])])
      .refine((ticked) => ticked.length > 0),
    from: requiredLine,
    words: optionalWords,
    note: optionalText,
  }),
  inputs: (field, _view, words) => [
    ...tickGroups.flatMap(([name, codes], place) =>
      field.tick('codes', titled(codes, words), {
        input: place === 0 ? 'codes' : `codes_${name}`,
        label: `codes.${name}`,
      }),
    ),
    subheading(words('werk.signals.woorden')),
    ...field.pick('from', whoSaidIt, (value) => words(`wie.${value}`), { prefilled: 'ouder' }),
    ...field.verbatim('words', { optional: true, label: 'words.letterlijk' }),
    ...field.paragraph('note', { optional: true }),
    ...field.past(),
  ],
  entry: (values) => ({ kind: 'signals', ...values }),
});

/** The ticks of the other groups; each group is an input of its own. */
function elsewhere(typed: Readonly<Record<string, string>>): readonly SignalCode[] {
  return tickGroups.flatMap(([name]) => ticks(tickable).parse(typed[`codes_${name}`] ?? ''));
}

const waits = ({ handled }: Signal) => handled === null;
const open = ({ familyCase }: Pick<FormContext, 'familyCase'>) => familyCase.signals.filter(waits);

function waiting({ familyCase, team }: Pick<FormContext, 'familyCase' | 'team'>, words: Words) {
  return optionsOf(familyCase.signals, waits, ({ code, due, owner }) => {
    const name = team.find(({ id }) => id === owner)?.name;
    return `${words(`signaal.${code}`)} (${[...(name === undefined ? [] : [name]), dutchDay(due)].join(', ')})`;
  });
}

export const signalHandledForm = workForm({
  name: 'signal-handled',
  fits: ({ signals }) => signals.some(waits),
  shape: ({ familyCase, today }) => ({
    signalId: recordOf(familyCase.signals),
    what: requiredText,
    on: pastDay(today),
  }),
  inputs: (field, view, words) => [
    ...field.select('signalId', waiting(view, words)),
    ...field.paragraph('what', { label: 'what.gedaan' }),
    ...field.past(),
  ],
  entry: ({ signalId, what, on }) => ({ kind: 'signal-handled', signalId: signalId.id, what, on }),
});

/** Who does not have it yet. */
function others(team: FormContext['team'], signal: Signal | undefined): FormContext['team'] {
  return team.filter(({ id }) => id !== signal?.owner);
}

/** Somebody else with a task for this family does something with it. */
export const signalOwnerForm = workForm({
  name: 'signal-owner',
  fits: ({ signals, workers }: Pick<FamilyCase, 'signals' | 'workers'>) => signals.some(waits) && workers.length > 1,
  shape: ({ familyCase, team, today, attempt }) => ({
    signalId: recordOf(familyCase.signals),
    newOwner: recordOf(others(team, chosenOf(familyCase.signals, attempt.typed.signalId))),
    due: comingDay(today),
    why: reason,
  }),
  inputs: (field, view, words) => [
    ...field.explain('werk.signal-owner.uitleg'),
    ...field.select('signalId', waiting(view, words)),
    ...field.select(
      'newOwner',
      optionsOf(
        view.team,
        ({ id }) => open(view).some(({ owner }) => owner !== id),
        ({ name }) => name,
      ),
    ),
    ...field.day('due', { label: 'due.signaal' }),
    ...field.paragraph('why'),
  ],
  entry: ({ signalId, newOwner, due, why }, { today }) => ({
    kind: 'signal-owner',
    signalId: signalId.id,
    owner: newOwner.id,
    due,
    why,
    on: today,
  }),
});
