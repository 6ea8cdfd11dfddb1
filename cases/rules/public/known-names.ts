/** Everybody whom the system knows around one family, by name: none of them may stand in a text for everybody. */
import type { Escalation, FamilyCase, Named } from '../../model.ts';
import type { EscalationContext } from '../escalation/context.ts';
import { filingsOf } from '../escalation/filings.ts';

interface Around {
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
  readonly by: Named;
  readonly context: Pick<EscalationContext, 'officers' | 'team'>;
}

export const knownNames = ({ familyCase, escalation, by, context }: Around): readonly string[] => {
  const { family, parties, regisseurs, facts } = familyCase;
  const filings = filingsOf(escalation);
  const names: readonly (string | null | undefined)[] = [
    ...(family.kind === 'known' ? [family.label, ...family.members.map(({ name }) => name)] : []),
    ...parties.map(({ person }) => person),
    ...regisseurs.flatMap(({ name, deputy }) => [name, deputy]),
    ...filings.flatMap(({ filedBy, onBehalf }) => [filedBy.name, onBehalf?.name]),
    ...facts.map(({ by: author }) => (author.kind === 'system' ? null : author.name)),
    ...escalation.steps.map(({ by: author }) => ('name' in author ? author.name : null)),
    ...[...context.officers, ...(context.team ?? []), by].map(({ name }) => name),
  ];
  return [...new Set(names.flatMap((name) => name ?? []))];
};

/** What was written in one escalation, by the family and about it: names may stand anywhere in it. */
export const wordsInCase = (escalation: Escalation): readonly string[] => {
  const { comments, proposals, questions, complaints, callBacks, helped } = escalation;
  const texts: readonly (string | null | undefined)[] = [
    ...filingsOf(escalation).flatMap(({ ownWords, summary, reading }) => [
      ownWords.text,
      summary,
      reading?.answer?.kind === 'corrected' ? reading.answer.words.text : null,
    ]),
    ...comments.map(({ words }) => words.text),
    ...proposals.flatMap(({ who, words }) => [who, words.text]),
    ...questions.flatMap(({ question, answer }) => [question, answer?.words.text]),
    ...complaints.flatMap(({ statements }) => statements.map(({ words }) => words.text)),
    ...callBacks.map(({ reach }) => reach),
    helped?.answer?.words?.text,
  ];
  return texts.flatMap((text) => text ?? []);
};
