/** An officer asked this colleague something: the form with the question, and the answer that goes to the officer's card. */
import {
  type Attempt,
  answerSchema,
  askedDoneCard,
  askedFormCard,
  askedOf,
  askedSubmitSchema,
  choiceRef,
  firstAttempt,
  typedValues,
  wordsOf,
} from '../../cards/index.ts';
import type { Escalation, MoreAsked } from '../../cases/index.ts';
import { wasOpenLong } from '../handed-out.ts';
import { refusalReplies } from '../refusals.ts';
import { say } from '../say.ts';
import type { Submit } from '../submits/submit.ts';
import type { Outcome } from '../types.ts';
import { type About, onFamily, shown, shownAnew } from './family.ts';

interface Open {
  readonly escalation: Escalation;
  readonly asked: MoreAsked;
}

const openFor = ({ actor, family }: About): readonly Open[] =>
  family.familyCase.escalations.flatMap((escalation) =>
    askedOf(escalation, actor.id).map((asked) => ({ escalation, asked })),
  );

/** What is wanted first; `undefined` when nothing is asked of who looks. */
export function showAsked(about: About): Outcome {
  const [first] = openFor(about);
  if (first === undefined) return { state: about.state, replies: [say([about.deps.knowledge.text('gevraagd.niets')])] };
  return shown(about, form(about, first, { attempt: firstAttempt }), null, 'gevraagd.aan-u');
}

interface Filled {
  readonly attempt: Attempt;
  readonly note?: string;
}

function form({ deps, family }: About, { escalation, asked }: Open, filled: Filled) {
  const { label } = family;
  return (cardRef: string) =>
    askedFormCard({ cardRef, label, number: escalation.number, asked, ...filled }, wordsOf(deps.knowledge));
}

/** The showing of the form is the command: pressed twice, it is answered once. */
export function saveAsked(submit: Submit): Promise<Outcome> {
  return onFamily(submit, async (about, cardRef) => {
    const { deps, actor, family } = about;
    const { knowledge } = deps;
    const commandId = `asked:${cardRef}`;
    const typed = typedValues(submit.data);
    const { answer = '' } = typed;
    const done = (note: string, question: string | null) =>
      shown(
        about,
        () => askedDoneCard({ note: knowledge.text(note), question, answer }, wordsOf(knowledge)),
        cardRef,
        'gevraagd.aan-u',
      );
    if (family.familyCase.processed.some((one) => one.commandId === commandId)) return done('gevraagd.klaar', null);
    const parsed = askedSubmitSchema.safeParse(submit.data);
    const open = openFor(about).find(({ asked }) => parsed.success && choiceRef(asked.id) === parsed.data.question);
    if (open === undefined) return done('gevraagd.voorbij', null);
    const again = (filled: Filled) => form(about, open, filled);
    if (wasOpenLong(cardRef, deps.now()))
      return shownAnew(
        about,
        again({ attempt: { typed, errors: {} }, note: knowledge.text('werk.stond-open') }),
        cardRef,
      );
    const wrong = { typed, errors: { answer: knowledge.text('gevraagd.fout') } };
    if (!answerSchema.safeParse(submit.data).success) return shown(about, again({ attempt: wrong }), cardRef);
    const target = { caseId: family.caseId, escalationId: open.escalation.id };
    const given = await deps.cases.react(
      actor,
      target,
      { kind: 'give-more', questionId: open.asked.id, text: answer },
      commandId,
    );
    switch (given.kind) {
      case 'followed':
        return done('gevraagd.klaar', open.asked.question);
      case 'not-open':
        return done('gevraagd.voorbij', open.asked.question);
      case 'invalid':
        return shown(about, again({ attempt: wrong }), cardRef);
      default:
        return { state: about.state, replies: refusalReplies(given, cardRef, knowledge) };
    }
  });
}
