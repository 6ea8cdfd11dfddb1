/** The inputs of every form, with label, fault and everything typed; the forms differ in the words and the ids only. */
import { LINE, TEXT, WORDS } from './forms/fields.ts';
import { type Attempt, choiceInput, dateInput, lineInput, type Option, textInput, ticksInput } from './inputs.ts';
import { shownName, shownText } from './shown-text.ts';

/** What was saved has at most three bytes for each character, and `shownText` cuts at two: nothing of it may be left out. */
const SAVED = 1.5;

export interface More {
  readonly optional?: boolean;
  /** What stands in it at the first showing. */
  readonly prefilled?: string | undefined;
  /** The key of the label, when it is not the id of the field. */
  readonly label?: string;
  /** The id of the input, when one field has several. */
  readonly input?: string;
  readonly maxLength?: number;
}

interface FieldFrame<Id extends string> {
  readonly attempt: Attempt;
  readonly today: string;
  readonly labelOf: (label: string) => string;
  /** What is wrong with this field, in a sentence. */
  readonly faultOf: (id: Id | 'on') => string;
  /** What is said when the choice that was made is there no more. */
  readonly gone: string;
}

export type FormFields<Id extends string> = ReturnType<typeof formFields<Id>>;

/** `Id`: the fields of these forms, so that one without words does not compile. */
export function formFields<Id extends string>({ attempt, today, labelOf, faultOf, gone }: FieldFrame<Id>) {
  const field = (id: Id | 'on', { optional = false, prefilled, label = id, input = id }: More, longest = LINE) => ({
    id: input,
    label: labelOf(label),
    errorMessage: faultOf(id),
    attempt,
    isRequired: !optional,
    prefilled: prefilled === undefined ? undefined : shownText(prefilled, SAVED * longest),
    maxLength: longest,
  });
  /** Never in silence: a client shows nothing for a value that is not among the choices. */
  const chosen = (input: ReturnType<typeof field>, choices: readonly Option[], values: readonly string[]) => {
    if (values.every((one) => one === '' || choices.some(({ value }) => value === one))) return input;
    const error = [attempt.errors[input.id] ?? [], gone].flat().join(' ');
    return { ...input, attempt: { ...attempt, errors: { ...attempt.errors, [input.id]: error } } };
  };
  const typedIn = (id: string) => attempt.typed[id] ?? '';
  const paragraph = (id: Id, { maxLength = TEXT, ...more }: More = {}) => textInput(field(id, more, maxLength));
  const day = (id: Id | 'on', more: More = {}) => dateInput(field(id, more));
  return {
    line: (id: Id, more: More = {}) => lineInput(field(id, more)),
    paragraph,
    /** Words of the family, kept letter by letter. */
    verbatim: (id: Id, more: More = {}) => paragraph(id, { ...more, maxLength: WORDS }),
    day,
    /** When it happened: today, unless somebody says otherwise. */
    past: (id: Id | 'on' = 'on', more: More = {}) => day(id, { prefilled: today, ...more }),
    /** Choices in our own words. */
    pick: <T extends string>(id: Id, values: readonly T[], title: (value: T) => string, more: More = {}) =>
      choiceInput({
        ...field(id, more),
        style: 'expanded',
        choices: values.map((value) => ({ title: title(value), value })),
      }),
    /** A plain list, which never reads Markdown: the one place for choices with words of people. */
    select: (id: Id, choices: readonly Option[], more: More = {}) => {
      const prefilled = choices.length === 1 && !more.optional ? choices[0]?.value : undefined;
      const input = field(id, { prefilled, ...more });
      return choiceInput({
        ...chosen(input, choices, [typedIn(input.id)]),
        style: 'compact',
        choices: choices.map(({ title, value }) => ({ title: shownName(title), value })),
      });
    },
    tick: (id: Id, choices: readonly Option[], more: More = {}) => {
      const input = field(id, { optional: true, ...more });
      return ticksInput({ ...chosen(input, choices, typedIn(input.id).split(',')), choices });
    },
  };
}
