/** News for colleagues: how a question stands, in one card that is put in its own place. Nothing personal: a toast shows it to a room. */
import { dutchDay, escalationBaseCard, filerStateCard, wordsOf } from '../../cards/index.ts';
import { dueItems, type Escalation, type NoticeToDeliver } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { say } from '../say.ts';
import type { Reply } from '../types.ts';

/** For who put it on the desk. */
export function deskNews(escalation: Escalation, knowledge: Knowledge): readonly Reply[] {
  const card = filerStateCard(escalation, wordsOf(knowledge));
  // Not the reference of a button: the place of this card in a chat that can't change what was sent.
  return [{ kind: 'card', card, summary: knowledge.text('bureau.uw-vraag'), replaces: `news:${escalation.id}` }];
}

/** For who has something to do with it: the card in its new state, and a line that is heard. */
export function deskWork(
  { notice, escalation }: NoticeToDeliver,
  cardRef: string | null,
  knowledge: Knowledge,
): readonly Reply[] {
  const line = say([workLine(escalation, notice.stepId, knowledge)]);
  if (cardRef === null) return [line];
  const card = escalationBaseCard(escalation, cardRef, wordsOf(knowledge), 'due');
  const summary = knowledge.text('escalatie.werk.samenvatting');
  return [line, { kind: 'card', card, summary, replaces: cardRef }];
}

function workLine(escalation: Escalation, stepId: string | undefined, knowledge: Knowledge): string {
  const { number: nummer, steps } = escalation;
  const step = steps.find(({ id }) => id === stepId);
  const [next] = dueItems(escalation);
  if (step?.kind === 'more-asked')
    return knowledge.text('nieuws.bureau.gevraagd', { nummer, datum: dutchDay(step.day ?? step.due) });
  const stap = step === undefined ? '' : knowledge.text(`bureau.stap.${step.kind}`);
  if (next === undefined) return knowledge.text('nieuws.bureau.stap', { nummer, stap });
  const wat = knowledge.text(`bureau.wacht.${next.kind}`);
  return knowledge.text('nieuws.bureau.wacht', { nummer, stap, wat, datum: dutchDay(next.due) });
}
