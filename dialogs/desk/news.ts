/**
 * News for colleagues: how a question stands, in one card that is put in its own place. A toast shows the line and the summary
 * to a room, so nothing personal stands in them; the card holds what this colleague must answer or tell.
 */
import {
  askedOf,
  askedOfYouCard,
  dutchDay,
  escalationBaseCard,
  filerStateCard,
  newsTitle,
  tellsParent,
  wordsOf,
} from '../../cards/index.ts';
import { dueItems, type Escalation, type NoticeToDeliver } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { say } from '../say.ts';
import type { Reply } from '../types.ts';

/** For who put it on the desk. `answerRef`: with which to answer what was asked; `null`: there is none. */
export function deskNews(
  { notice: { to, stepId }, escalation }: NoticeToDeliver,
  answerRef: string | null,
  knowledge: Knowledge,
): readonly Reply[] {
  const reader = to.kind === 'actor' ? { id: to.id, cardRef: answerRef } : undefined;
  const card = filerStateCard(escalation, wordsOf(knowledge), reader);
  // Not the reference of a button: the place of this card in a chat that can't change what was sent.
  const standing = `news:${escalation.id}`;
  const line = reader === undefined ? undefined : heardLine(escalation, { readerId: reader.id, stepId }, knowledge);
  return [
    ...(line === undefined ? [] : [say([line])]),
    { kind: 'card', card, summary: knowledge.text(newsTitle(escalation, reader?.id)), replaces: standing },
  ];
}

interface Heard {
  readonly readerId: string;
  readonly stepId: string | undefined;
}

/** A card that is put in its own place makes no sound: what asks something of this colleague is also a line. */
function heardLine(escalation: Escalation, { readerId, stepId }: Heard, knowledge: Knowledge): string | undefined {
  const step = escalation.steps.find(({ id }) => id === stepId);
  if (step?.kind === 'closed' && tellsParent(escalation, readerId))
    return knowledge.text('nieuws.bureau.vertel', { nummer: escalation.number });
  const isAsked = step?.kind === 'more-asked' && askedOf(escalation, readerId).some(({ id }) => id === step.about);
  return isAsked ? workLine(escalation, stepId, knowledge) : undefined;
}

/** For who has something to do with it: the card in its new state, and a line that is heard. */
export function deskWork(
  { notice, escalation }: NoticeToDeliver,
  { cardRef, answerRef }: { readonly cardRef: string | null; readonly answerRef: string | null },
  knowledge: Knowledge,
): readonly Reply[] {
  const line = say([workLine(escalation, notice.stepId, knowledge)]);
  const { to } = notice;
  if (to.kind === 'actor' && askedOf(escalation, to.id).length > 0) {
    const asked = askedOfYouCard(escalation, to.id, answerRef, wordsOf(knowledge));
    const place = `news:${escalation.id}`;
    return [line, { kind: 'card', card: asked, summary: knowledge.text('gevraagd.aan-u'), replaces: place }];
  }
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
