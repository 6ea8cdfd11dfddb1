/** A form of the desk: its fields, the schema of what it submits, and the action it stands for. */
import { z } from 'zod';
import type { OfficerAction } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { adaptiveCard, button, dataLine, errorLine, fact, heading, line, type Words } from '../elements.ts';
import {
  type Attempt,
  cardRefSchema,
  choiceInput,
  dateInput,
  lineInput,
  type Option,
  textInput,
  ticksInput,
} from '../inputs.ts';
import { shownName, shownText } from '../shown-text.ts';
import type { DeskView } from './desk-view.ts';
import { shortened } from './lines.ts';
import { withinSize } from './within-size.ts';

export const LINE = 400;
export const TEXT = 4000;
/** An alternative stands beside a reason of full length on one card. */
export const SHORT_TEXT = 1000;

/** Of the own words, above a form. */
const BESIDE = 500;

/** What every form submits beside its fields. `form`: which showing of the form it was, so that a press counts once. */
export const deskSubmitSchema = z.object({ cardRef: cardRefSchema, form: cardRefSchema.optional() });

export type DeskRead =
  | { readonly kind: 'action'; readonly action: OfficerAction }
  | { readonly kind: 'wrong'; readonly fields: readonly string[] };

export interface DeskForm {
  /** Its verbs are `form-<name>` and `do-<name>`; its words `bureau.form.<name>`. */
  readonly name: string;
  /** Whether there is something to do it about. */
  fits(view: Pick<DeskView, 'escalation' | 'viewer'>): boolean;
  /** `scale`: the share of the usual lengths that words of people may take. */
  inputs(view: DeskView, attempt: Attempt, words: Words, scale: number): readonly CardElement[];
  read(data: unknown, view: DeskView): DeskRead;
}

interface DeskFormSpec<Shape extends z.ZodRawShape> {
  readonly name: string;
  fits?(view: Pick<DeskView, 'escalation' | 'viewer'>): boolean;
  shape(view: DeskView): Shape;
  inputs(field: DeskFields, view: DeskView, words: Words, scale: number): readonly CardElement[];
  action(values: z.output<z.ZodObject<Shape>>, view: DeskView, data: unknown): OfficerAction;
  /** Fields that are wrong together, e.g. a no on a rule without an alternative. */
  together?(data: unknown, view: DeskView): readonly string[];
}

export function deskForm<Shape extends z.ZodRawShape>(spec: DeskFormSpec<Shape>): DeskForm {
  return {
    name: spec.name,
    fits: (view) => spec.fits?.(view) ?? true,
    inputs: (view, attempt, words, scale) => spec.inputs(fieldsOf(view, attempt, words), view, words, scale),
    read(data, view) {
      const parsed = z.object(spec.shape(view)).safeParse(data);
      const alone = parsed.success ? [] : parsed.error.issues.map(({ path: [field] }) => String(field));
      const fields = [...new Set([...alone, ...(spec.together?.(data, view) ?? [])])];
      if (!parsed.success || fields.length > 0) return { kind: 'wrong', fields };
      return { kind: 'action', action: spec.action(parsed.data, view, data) };
    },
  };
}

const onOldTexts: readonly string[] = ['verdict', 'reason', 'effectiveOn'];

/** What is wrong with this field, in a sentence. */
export function faultOf(field: string, words: Words): string {
  return onOldTexts.includes(field) ? words(`fout.${field}`) : words(`bureau.fout.${field.replace(/-\d+$/, '')}`);
}

interface More {
  readonly optional?: boolean;
  readonly prefilled?: string | undefined;
  /** The words of the label, when they are not those of the field: `bureau.veld.<label>`. */
  readonly label?: string;
  readonly maxLength?: number;
}

export type DeskFields = ReturnType<typeof fieldsOf>;

function fieldsOf({ today }: DeskView, attempt: Attempt, words: Words) {
  const field = (id: string, { optional = false, prefilled, label = id }: More) => ({
    id,
    label: words(`bureau.veld.${label}`),
    errorMessage: faultOf(id, words),
    attempt,
    isRequired: !optional,
    prefilled: prefilled === undefined ? undefined : shownText(prefilled),
  });
  return {
    line: (id: string, more: More = {}) => lineInput({ ...field(id, more), maxLength: more.maxLength ?? LINE }),
    paragraph: (id: string, more: More = {}) => textInput({ ...field(id, more), maxLength: more.maxLength ?? TEXT }),
    day: (id: string, more: More = {}) => dateInput(field(id, more)),
    /** When it happened: today, unless somebody says otherwise. */
    past: (id: string, more: More = {}) => dateInput(field(id, { prefilled: today, ...more })),
    /** Choices in our own words. */
    pick: (id: string, values: readonly string[], title: (value: string) => string, more: More = {}) =>
      choiceInput({
        ...field(id, more),
        style: 'expanded',
        choices: values.map((value) => ({ title: title(value), value })),
      }),
    /** A plain list, which never reads Markdown: the one place for choices with words of people. */
    select: (id: string, choices: readonly Option[], more: More = {}) =>
      choiceInput({
        ...field(id, { prefilled: choices.length === 1 && !more.optional ? choices[0]?.value : undefined, ...more }),
        style: 'compact',
        choices: choices.map(({ title, value }) => ({ title: shownName(title), value })),
      }),
    tick: (id: string, choices: readonly Option[], more: More = {}) =>
      ticksInput({ ...field(id, { optional: true, ...more }), choices }),
  };
}

export interface DeskFormCard {
  readonly form: DeskForm;
  readonly view: DeskView;
  readonly attempt: Attempt;
  /** Names this showing of the form. */
  readonly nonce: string;
  /** Why it was refused, above the fields. */
  readonly note?: string | undefined;
}

/** Never refreshed by a client: that would take away what was typed. */
export function deskFormCard({ form, view, attempt, nonce, note }: DeskFormCard, words: Words): AdaptiveCard {
  const { cardRef, escalation } = view;
  const wrong = Object.keys(attempt.errors).length > 0;
  const make = (scale: number) =>
    adaptiveCard({
      fallbackText: words('bureau.formulier'),
      body: [
        ...(note === undefined ? [] : [dataLine(note)]),
        heading(words(`bureau.form.${form.name}`)),
        ...(wrong ? [errorLine(words('fout.werk.boven'))] : []),
        fact(words('kaart.nummer'), escalation.number),
        ...shortened(escalation.ownWords.text, BESIDE * scale, words),
        line(words(`bureau.uitleg.${form.name}`)),
        ...form.inputs(view, attempt, words, scale),
      ],
      actions: [
        formButton({
          title: words(`bureau.doe.${form.name}`),
          verb: `do-${form.name}`,
          cardRef,
          nonce,
          style: 'positive',
        }),
        button({ title: words('bureau.knop.terug'), verb: 'open', cardRef }),
      ],
    });
  return withinSize(make);
}

interface FormButton {
  readonly title: string;
  readonly verb: string;
  readonly cardRef: string;
  readonly nonce: string;
  readonly style?: 'positive';
}

/** A button that sends the fields of the card along. */
export function formButton({ nonce, ...spec }: FormButton): CardElement {
  return { ...button({ ...spec, withInputs: true }), data: { cardRef: spec.cardRef, form: nonce } };
}
