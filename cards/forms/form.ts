/** A form about one family: its fields, the schema of what it submits, and the entry that is written down from it. */
import { z } from 'zod';
import type { CaseEntry, Day, FamilyCase, TeamMember } from '../../cases/index.ts';
import type { Settings } from '../../knowledge/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { choiceRef } from '../choice-ref.ts';
import { adaptiveCard, button, errorLine, fact, heading, line, type Words } from '../elements.ts';
import { formFields } from '../form-fields.ts';
import { type Attempt, cardRefSchema, type Option } from '../inputs.ts';
import { formWithinSize } from '../within-size.ts';

/** Every field that can be wrong; each has its sentence as `fout.werk.<id>`. */
export const fieldIds = [
  'on',
  'contactOn',
  'codes',
  'from',
  'words',
  'note',
  'signalId',
  'newOwner',
  'why',
  'what',
  'requestKind',
  'askedOf',
  'requestId',
  'outcome',
  'reason',
  'rule',
  'alternative',
  'planKind',
  'owner',
  'members',
  'priorities',
  'agreedBy',
  'reviewBy',
  'planId',
  'name',
  'organisation',
  'canLead',
  'mandate',
  'match',
  'deputy',
  'regisseurId',
  'replaces',
  'person',
  'task',
  'partyId',
  'who',
  'due',
  'taskId',
  'memberId',
  'looks',
  'since',
  'until',
  'helped',
  'to',
  'provider',
  'purpose',
  'referralId',
  'measureId',
  'takenOverOn',
  'handoverId',
  'measureKind',
  'toWhom',
  'promiseId',
  'promiseNote',
  'contact',
  'relapseSigns',
  'relapsePlan',
  'chronicReviewOn',
  'moment',
  'relapse',
  'nextReviewOn',
  'finding',
] as const;

export type FieldId = (typeof fieldIds)[number];

export const isFieldId = (field: string): field is FieldId => fieldIds.some((id) => id === field);

export type Providers = Settings['regie']['aanbieders'];

/** What a form needs to know of the family and the municipality. */
export interface FormContext {
  readonly familyCase: FamilyCase;
  readonly today: Day;
  /** What was typed before, or now, by field. */
  readonly attempt: Attempt;
  readonly planKinds: readonly string[];
  readonly providers: Providers;
  /** Who has a task for this family now. */
  readonly team: readonly TeamMember[];
}

export interface FormView extends FormContext {
  readonly cardRef: string;
  readonly label: string;
}

export type FormRead =
  | { readonly kind: 'entry'; readonly entry: CaseEntry }
  | { readonly kind: 'wrong'; readonly fields: readonly string[] };

export interface WorkForm {
  /** Its verbs are `new-<name>` and `save-<name>`; its words `werk.<name>` and `vastgelegd.<name>`. */
  readonly name: string;
  /** Whether there is something to fill it in about. */
  fits(context: Pick<FormContext, 'familyCase'>): boolean;
  inputs(view: FormView, words: Words): readonly CardElement[];
  /** Data of a press, parsed with the schema of the form. */
  read(data: unknown, context: FormContext, words: Words): FormRead;
}

interface FormSpec<Shape extends z.ZodRawShape> {
  readonly name: string;
  readonly fits?: (familyCase: FamilyCase) => boolean;
  shape(context: FormContext): Shape;
  inputs(field: Fields, view: FormView, words: Words): readonly CardElement[];
  entry(values: z.output<z.ZodObject<Shape>>, context: FormContext, words: Words): CaseEntry;
}

export function workForm<Shape extends z.ZodRawShape>(spec: FormSpec<Shape>): WorkForm {
  return {
    name: spec.name,
    fits: ({ familyCase }) => spec.fits?.(familyCase) ?? true,
    inputs: (view, words) => spec.inputs(fieldsOf(view, words), view, words),
    read(data, context, words) {
      const parsed = z.object(spec.shape(context)).safeParse(data);
      if (parsed.success) return { kind: 'entry', entry: spec.entry(parsed.data, context, words) };
      return { kind: 'wrong', fields: parsed.error.issues.map(({ path: [field] }) => String(field)) };
    },
  };
}

/** What every form submits beside its fields. */
export const workSubmitSchema = z.object({ cardRef: cardRefSchema });

/** The inputs of a form, and a sentence between them. */
type Fields = ReturnType<typeof fieldsOf>;

function fieldsOf({ attempt, today }: FormView, words: Words) {
  return {
    ...formFields<FieldId>({
      attempt,
      today,
      labelOf: (label) => words(`veld.${label}`),
      faultOf: (id) => words(`fout.werk.${id}`),
      gone: words('fout.keuze-weg'),
    }),
    explain: (key: string) => [line(words(key))],
  };
}

/** Records that can be chosen. */
export function optionsOf<T extends { readonly id: string }>(
  list: readonly T[],
  fits: (record: T) => boolean,
  title: (record: T) => string,
): readonly Option[] {
  return list.filter(fits).map((record) => ({ title: title(record), value: choiceRef(record.id) }));
}

export interface FormCard {
  readonly form: WorkForm;
  readonly view: FormView;
  /** Why it is shown again. */
  readonly note?: string | undefined;
  /** Why it was refused, above the fields. */
  readonly refused?: readonly CardElement[];
  /** What is known already and need not be asked again. */
  readonly known?: readonly CardElement[];
}

export function workFormCard({ form, view, note, refused = [], known = [] }: FormCard, words: Words): AdaptiveCard {
  const { cardRef, label } = view;
  return formWithinSize({ attempt: view.attempt, fault: 'fout.werk.boven' }, words, ({ attempt, above }) =>
    adaptiveCard({
      fallbackText: words('werk.samenvatting'),
      body: [
        heading(words(`werk.${form.name}`)),
        ...above,
        ...(note === undefined ? [] : [errorLine(note)]),
        ...refused,
        fact(words('kaart.gezin'), label),
        ...known,
        ...form.inputs({ ...view, attempt }, words),
      ],
      actions: [
        button({
          title: words('werk.vastleggen'),
          verb: `save-${form.name}`,
          cardRef,
          style: 'positive',
          withInputs: true,
        }),
      ],
    }),
  );
}
