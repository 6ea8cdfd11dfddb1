/** A form of the desk: its fields, the schema of what it submits, and the action it stands for. */
import { z } from 'zod';
import type { OfficerAction } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { adaptiveCard, button, dataLine, fact, heading, line, type Words } from '../elements.ts';
import { type FormFields, formFields } from '../form-fields.ts';
import { type Attempt, cardRefSchema } from '../inputs.ts';
import type { DeskView } from './desk-view.ts';
import { shortened } from './lines.ts';
import { formWithinSize } from '../within-size.ts';

/** An alternative stands beside a reason of full length on one card. */
export const SHORT_TEXT = 1000;

/** The key of what is said above words that were typed and not kept. */
export const TYPED_BACK = 'bureau.getypt-terug';

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
  /** Carried out by the press on the card itself: there is nothing to fill in. */
  readonly atOnce: boolean;
  /** Whether there is something to do it about. */
  fits(view: Pick<DeskView, 'escalation' | 'viewer'>): boolean;
  /** `scale`: the share of the usual lengths that words of people may take. */
  inputs(view: DeskFormView, words: Words, scale: number): readonly CardElement[];
  /** What its button sends along beside the fields: what this showing of the form was about. */
  carries(view: DeskFormView): Readonly<Record<string, string>>;
  /** What it was about was done meanwhile: there is nothing to send any more. */
  isOver(view: DeskFormView): boolean;
  /** The key of what is said when it is over. */
  readonly overKey: string;
  read(data: unknown, view: DeskView): DeskRead;
  /** What is said when it was carried out. */
  done(view: Pick<DeskView, 'escalation' | 'familyCase'>, words: Words): string;
}

export interface DeskFormView extends DeskView {
  /** What was typed before. */
  readonly attempt: Attempt;
}

interface DeskFormSpec<Shape extends z.ZodRawShape> {
  readonly name: string;
  readonly atOnce?: boolean;
  fits?(view: Pick<DeskView, 'escalation' | 'viewer'>): boolean;
  shape(view: DeskView): Shape;
  inputs(field: DeskFields, view: DeskFormView, words: Words, scale: number): readonly CardElement[];
  carries?(view: DeskFormView): Readonly<Record<string, string>>;
  isOver?(view: DeskFormView): boolean;
  readonly overKey?: string;
  action(values: z.output<z.ZodObject<Shape>>, view: DeskView, data: unknown): OfficerAction;
  /** Instead of `bureau.klaar.<name>`; `null`: that sentence. */
  done?(view: Pick<DeskView, 'escalation' | 'familyCase'>, words: Words): string | null;
  /** Fields that are wrong together, e.g. a no on a rule without an alternative. */
  together?(data: unknown, view: DeskView): readonly string[];
}

export function deskForm<Shape extends z.ZodRawShape>(spec: DeskFormSpec<Shape>): DeskForm {
  return {
    name: spec.name,
    atOnce: spec.atOnce ?? false,
    fits: (view) => spec.fits?.(view) ?? true,
    inputs: (view, words, scale) => spec.inputs(fieldsOf(view, words), view, words, scale),
    carries: (view) => spec.carries?.(view) ?? {},
    isOver: (view) => spec.isOver?.(view) ?? false,
    overKey: spec.overKey ?? TYPED_BACK,
    done: (view, words) => spec.done?.(view, words) ?? words(`bureau.klaar.${spec.name}`),
    read(data, view) {
      const read = readFields(spec.shape(view), data, spec.together?.(data, view));
      return read.kind === 'wrong' ? read : { kind: 'action', action: spec.action(read.values, view, data) };
    },
  };
}

interface Wrong {
  readonly kind: 'wrong';
  readonly fields: readonly string[];
}

/** The values, or every field that is wrong: alone, and `together` with another. */
export function readFields<Shape extends z.ZodRawShape>(shape: Shape, data: unknown, together: readonly string[] = []) {
  const parsed = z.object(shape).safeParse(data);
  const alone = parsed.success ? [] : parsed.error.issues.map(({ path: [field] }) => String(field));
  const fields = [...new Set([...alone, ...together])];
  if (!parsed.success || fields.length > 0) return { kind: 'wrong', fields } satisfies Wrong;
  return { kind: 'values', values: parsed.data } as const;
}

const onOldTexts: readonly string[] = ['verdict', 'reason', 'effectiveOn'];

/** What is wrong with this field, in a sentence. */
export function faultOf(field: string, words: Words): string {
  return onOldTexts.includes(field) ? words(`fout.${field}`) : words(`bureau.fout.${field.replace(/-\d+$/, '')}`);
}

/** The fields of these forms; each has its label as `bureau.veld.<id>`, and what is wrong as `faultOf` says. */
type DeskFieldId =
  | 'alternative'
  | 'about'
  | 'blocker'
  | 'callBackId'
  | 'cameAcross'
  | 'canLead'
  | 'changes'
  | 'deputy'
  | 'due'
  | 'effectiveOn'
  | 'lessonBy'
  | 'lessonDue'
  | 'maatwerk'
  | 'mandate'
  | 'match'
  | 'name'
  | 'note'
  | 'of'
  | 'orderBasis'
  | 'orderDue'
  | 'orderId'
  | 'orderTo'
  | 'orderWhat'
  | 'organisation'
  | 'outside'
  | 'proposalId'
  | 'publishedAsked'
  | 'publishedDid'
  | 'question'
  | 'questionId'
  | 'reason'
  | 'replaces'
  | 'rule'
  | 'text'
  | 'to'
  | 'toldHow'
  | 'toldOn'
  | 'verdict'
  | 'why'
  | 'words'
  | `${'answer' | 'facts' | 'finding'}-${number}`;

export type DeskFields = FormFields<DeskFieldId>;

const fieldsOf = ({ today, attempt }: DeskFormView, words: Words): DeskFields =>
  formFields<DeskFieldId>({
    attempt,
    today,
    labelOf: (label) => words(`bureau.veld.${label}`),
    faultOf: (id) => faultOf(id, words),
    gone: words('fout.keuze-weg'),
  });

export interface DeskFormCard {
  readonly form: DeskForm;
  readonly view: DeskFormView;
  /** Names this showing of the form. */
  readonly nonce: string;
  /** Why it was refused, above the fields. */
  readonly note?: string | undefined;
  /** Somebody was first: everything typed can be read, and nothing sent. */
  readonly tooLate?: boolean | undefined;
}

/** The words that somebody typed in it; days and choices are soon made again. */
export function typedWords(form: DeskForm, view: DeskFormView, words: Words): readonly string[] {
  const { typed } = view.attempt;
  return form
    .inputs(view, words, 1)
    .flatMap(({ type, id }) => (type === 'Input.Text' && typeof id === 'string' ? [(typed[id] ?? '').trim()] : []))
    .filter((text) => text !== '');
}

/** Never refreshed by a client: that would take away what was typed. */
export function deskFormCard({ form, view, nonce, note, tooLate }: DeskFormCard, words: Words): AdaptiveCard {
  const { cardRef, escalation } = view;
  const isOver = tooLate === true || form.isOver(view);
  const send = isOver ? [] : [sendButton({ form, view, nonce }, words)];
  const isTakenBack = escalation.state.kind === 'withdrawn';
  return formWithinSize({ attempt: view.attempt, fault: 'fout.werk.boven' }, words, ({ attempt, above, scale }) =>
    adaptiveCard({
      fallbackText: words('bureau.formulier'),
      body: [
        ...(note === undefined ? [] : [dataLine(note)]),
        heading(words(`bureau.form.${form.name}`)),
        ...above,
        fact(words('kaart.nummer'), escalation.number),
        ...(isTakenBack ? [] : shortened(escalation.ownWords.text, BESIDE * scale, words)),
        ...(isOver ? [] : [line(words(`bureau.uitleg.${form.name}`))]),
        ...form.inputs({ ...view, attempt }, words, scale),
      ],
      actions: [...send, button({ title: words('bureau.knop.terug'), verb: 'open', cardRef })],
    }),
  );
}

/** Sends the fields of the card along. */
function sendButton({ form, view, nonce }: Omit<DeskFormCard, 'note' | 'tooLate'>, words: Words): CardElement {
  const { cardRef } = view;
  const title = words(`bureau.doe.${form.name}`);
  return {
    ...button({ title, verb: `do-${form.name}`, cardRef, style: 'positive', withInputs: true }),
    data: { cardRef, form: nonce, ...form.carries(view) },
  };
}
