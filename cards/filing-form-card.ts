import { z } from 'zod';
import { longestText, longestWords, type OnePlanFinding } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { adaptiveCard, button, errorLine, fact, heading, line, type Words } from './elements.ts';
import { type Attempt, cardRefSchema, choiceInput, type Option, textInput } from './inputs.ts';
import type { FamilyRow } from './pick-family-card.ts';
import { shownName } from './shown-text.ts';
import { formWithinSize } from './within-size.ts';

const MOST_FAMILIES = 60;
const yesNo = ['yes', 'no', 'unknown'] as const;
const stuck = ['stuck', 'about-to', 'unknown'] as const;

/** What the form submits, with verb `file`. `family` is only asked when the form is not yet about one family. */
export const fileSubmitSchema = z.object({
  cardRef: cardRefSchema,
  family: cardRefSchema.optional(),
  ownWords: z
    .string()
    .max(longestWords)
    .refine((words) => words.trim() !== ''),
  summary: z.string().max(longestText).default(''),
  complex: z.enum(yesNo),
  stuck: z.enum(stuck),
  harm: z.enum(yesNo),
});

export interface FilingForm {
  readonly cardRef: string;
  /** The family it is about, or the families to choose from. */
  readonly about: { readonly label: string } | { readonly families: readonly FamilyRow[] };
  readonly finding: OnePlanFinding | null;
  readonly attempt: Attempt;
  /** Why it is shown again. */
  readonly note?: string | undefined;
}

/** One card for a whole filing, filled in as far as we know. */
export function filingFormCard(form: FilingForm, words: Words): AdaptiveCard {
  const { cardRef, about, note } = form;
  return formWithinSize({ attempt: form.attempt, fault: 'fout.boven' }, words, ({ attempt, above }) =>
    adaptiveCard({
      fallbackText: words('formulier.samenvatting'),
      body: [
        heading(words('formulier.kop')),
        ...above,
        ...(note === undefined ? [] : [errorLine(note)]),
        ...('label' in about ? [fact(words('kaart.gezin'), about.label)] : familyInput(about.families, attempt, words)),
        ...questions({ ...form, attempt }, words),
      ],
      actions: [
        button({ title: words('formulier.verstuur'), verb: 'file', cardRef, style: 'positive', withInputs: true }),
      ],
    }),
  );
}

function questions({ attempt, finding }: FilingForm, words: Words): readonly CardElement[] {
  const field = (id: string) => ({ id, label: words(`formulier.${id}`), errorMessage: words(`fout.${id}`), attempt });
  const yesNoChoices = yesNo.map((value) => ({ title: words(`formulier.${value}`), value }));
  const stuckChoices = stuck.map((value) => ({ title: words(`formulier.stuck.${value}`), value }));
  return [
    ...textInput({ ...field('ownWords'), maxLength: longestWords }),
    line(words('formulier.ownWords.uitleg')),
    ...choiceInput({ ...field('complex'), choices: yesNoChoices, style: 'expanded' }),
    ...choiceInput({ ...field('stuck'), choices: stuckChoices, style: 'expanded' }),
    ...choiceInput({ ...field('harm'), choices: yesNoChoices, style: 'expanded' }),
    ...textInput({
      ...field('summary'),
      isRequired: false,
      maxLength: longestText,
      prefilled: deviations(finding, words),
    }),
  ];
}

function familyInput(families: readonly FamilyRow[], attempt: Attempt, words: Words): readonly CardElement[] {
  // A list of choices has no TextRun. Compact keeps it a plain select, which never reads Markdown.
  const choices: Option[] = families
    .slice(0, MOST_FAMILIES)
    .map(({ label, cardRef }) => ({ title: shownName(label), value: cardRef }));
  return choiceInput({
    id: 'family',
    label: words('formulier.gezin'),
    errorMessage: words('fout.family'),
    attempt,
    choices,
    style: 'compact',
  });
}

/** What the check found, in our own words, so that the worker only has to add to it. */
function deviations(finding: OnePlanFinding | null, words: Words): string {
  if (finding?.kind !== 'deviates') return '';
  const { plan, regisseur } = finding;
  const sentences = [
    ...(plan.kind === 'one' ? [] : [words(`formulier.uitleg.plan.${plan.kind}`)]),
    ...(regisseur.kind === 'one' ? [] : [words(`formulier.uitleg.regisseur.${regisseur.kind}`)]),
  ];
  return sentences.join(' ');
}
