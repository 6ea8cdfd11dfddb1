/** The answer to a complaint: every statement its own answer, with facts of the case beside it, and the lesson. */
import { z } from 'zod';
import { type Complaint, type FactBeside, factsOf, signalCodes, stepKinds } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import { choiceRef } from '../choice-ref.ts';
import { errorLine, line, subheading, type Words } from '../elements.ts';
import { chosenOf } from '../forms/fields.ts';
import { signalSentence } from '../stuck-sentence.ts';
import { lessonInputs, lessonOf, lessonShape, type LessonValues } from './close-form.ts';
import { deskForm, type DeskFormView, SHORT_TEXT } from './desk-form.ts';
import { type DeskView, mayAct } from './desk-view.ts';
import { mixed, shortened } from './lines.ts';

const verdicts = ['founded', 'unfounded', 'cannot-say'] as const;
/** Long complaints have at most twenty statements; all answers together must fit on one card. */
const ALL_ANSWERS = 9000;
const SHORTEST_REASON = 10;
const MOST_FACTS = 40;
const STATEMENT = 400;

const firstOpen = ({ escalation }: Pick<DeskView, 'escalation'>): Complaint | undefined =>
  escalation.complaints.find(({ answered }) => answered === null);

type Typed = Readonly<Record<string, unknown>>;

/** What a form carries about which complaint it is. */
const complaintIn = ({ escalation }: DeskView, { complaint }: Typed): Complaint | undefined =>
  typeof complaint === 'string' ? chosenOf(escalation.complaints, complaint) : undefined;

/** The complaint of the form; the first time the one that waits longest. */
const complaintShown = (view: DeskFormView): Complaint | undefined =>
  complaintIn(view, view.attempt.typed) ?? firstOpen(view) ?? view.escalation.complaints.at(-1);

/** Numbered from 1, the newest last. */
const numbered = ({ familyCase, escalation }: DeskView): readonly FactBeside[] =>
  factsOf(familyCase, escalation.id).slice(-MOST_FACTS);

/** Stands for a list of facts in its order. */
const listRef = (facts: readonly FactBeside[]): string => choiceRef(facts.map(({ ref }) => ref).join(' '));

/** Every number of the list that was shown still means the same fact; what came behind it changes nothing. */
const stillListed = (facts: readonly FactBeside[], { listed }: Typed): boolean =>
  facts.some((_, last) => listRef(facts.slice(0, last + 1)) === listed);

const longestAnswer = (statements: number): number => Math.min(SHORT_TEXT, Math.floor(ALL_ANSWERS / statements));

/** A fact in our own words, with the note of a colleague as data. */
export function factLine({ what, on }: FactBeside, number: string, words: Words) {
  const step = stepKinds.find((kind) => what === `stap.${kind}`);
  const codes = what.split(' ');
  const signals = signalCodes.filter((code) => codes.includes(`signaal.${code}`));
  if (step !== undefined) return mixed(`${number}. ${dutchDay(on)}: ${words(`bureau.stap.${step}`)}`);
  if (signals.length === 0) return mixed(`${number}. ${dutchDay(on)}: `, { data: what });
  return mixed(`${number}. ${dutchDay(on)}: ${signals.map((code) => signalSentence(code, words)).join(' · ')}`);
}

const besideNumbers = /^(?:[\s,.;]|\ben\b)*$/i;

/** "1, 4 en 7" → the facts with these numbers; what is not on the list, or no number, is wrong. */
const factsField = (facts: readonly FactBeside[]) =>
  z
    .string()
    .default('')
    .transform((text, context): readonly string[] => {
      const found = [...text.matchAll(/\d+/g)].map(([number]) => facts[Number(number) - 1]?.ref);
      const understood = besideNumbers.test(text.replaceAll(/\d+/g, ' ')) && !found.includes(undefined);
      if (understood) return found.filter((ref) => ref !== undefined);
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    });

const answerSchema = (facts: readonly FactBeside[], statements: number) =>
  z
    .object({
      finding: z.enum(verdicts),
      answer: z
        .string()
        .max(longestAnswer(statements))
        .refine((text) => text.trim().length >= SHORTEST_REASON),
      facts: factsField(facts),
    })
    .superRefine(({ finding, facts: beside }, context) => {
      if (finding !== 'cannot-say' && beside.length === 0) context.addIssue({ code: 'custom', path: ['facts'] });
    });

const typedAnswer = (typed: Typed, at: number) => ({
  finding: typed[`finding-${at}`],
  answer: typed[`answer-${at}`],
  facts: typed[`facts-${at}`],
});

const namesFacts = ({ facts }: ReturnType<typeof typedAnswer>): boolean => typeof facts === 'string' && facts !== '';

/** All that was typed, as it came: how many statements there are is known with the view only. */
const anything = z.record(z.string(), z.unknown());

/** Above what it is about. */
const faultLine = (id: 'complaint' | 'listed', { attempt }: DeskFormView) => {
  const fault = attempt.errors[id];
  return fault === undefined ? [] : [errorLine(fault)];
};

export const complaintForm = deskForm({
  name: 'complaint',
  fits: (view) => mayAct(view) && firstOpen(view) !== undefined,
  shape: ({ today }) => lessonShape(today),
  carries: (view) => {
    const about: Readonly<Record<string, string>> = { listed: listRef(numbered(view)) };
    const complaint = complaintShown(view);
    return complaint === undefined ? about : { ...about, complaint: choiceRef(complaint.id) };
  },
  isOver: (view) => (complaintShown(view)?.answered ?? null) !== null,
  overKey: 'bureau.voorbij.complaint',
  inputs: (field, view, words, scale) => {
    const statements = complaintShown(view)?.statements ?? [];
    return [
      ...faultLine('complaint', view),
      subheading(words('bureau.feiten-lijst')),
      ...faultLine('listed', view),
      ...numbered(view)
        .map((one, at) => factLine(one, String(at + 1), words))
        .slice(-Math.max(1, Math.floor(MOST_FACTS * scale))),
      line(words('bureau.feiten-uitleg')),
      ...statements.flatMap(({ words: said }, at) => [
        subheading(words('bureau.uitspraak', { nummer: String(at + 1) })),
        ...shortened(said.text, STATEMENT * scale, words),
        ...field.pick(`finding-${at}`, verdicts, (value) => words(`bureau.oordeel.${value}`), { label: 'finding' }),
        ...field.paragraph(`answer-${at}`, { label: 'answer', maxLength: longestAnswer(statements.length) }),
        ...field.line(`facts-${at}`, { label: 'facts', optional: true }),
      ]),
      subheading(words('bureau.les')),
      ...lessonInputs(field),
    ];
  },
  together: (data, view) => {
    const typed = anything.safeParse(data).data ?? {};
    const complaint = complaintIn(view, typed);
    if (complaint === undefined) return ['complaint'];
    const facts = numbered(view);
    const schema = answerSchema(facts, complaint.statements.length);
    const answers = complaint.statements.map((_, at) => typedAnswer(typed, at));
    const moved = answers.some((one) => namesFacts(one)) && !stillListed(facts, typed);
    return [
      ...(moved ? ['listed'] : []),
      ...answers.flatMap((answer, at) => {
        const read = schema.safeParse(answer);
        return read.success ? [] : read.error.issues.map(({ path: [field] }) => `${String(field)}-${at}`);
      }),
    ];
  },
  action: (lesson: LessonValues, view, data) => {
    const typed = anything.parse(data);
    const complaint = complaintIn(view, typed);
    const statements = complaint?.statements ?? [];
    const schema = answerSchema(numbered(view), statements.length);
    return {
      kind: 'answer-complaint',
      complaintId: complaint?.id ?? '',
      statements: statements.map(({ id }, at) => {
        const { finding, answer, facts } = schema.parse(typedAnswer(typed, at));
        return { id, finding, reason: answer, facts };
      }),
      lesson: lessonOf(lesson),
    };
  },
});
