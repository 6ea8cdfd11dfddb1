/** A change, told in the open chat at once (O8): what happened, the words that belong to it, and the way to answer. */
import type { EscalationStep } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { placeLinks, SUPPORTER } from '../places.ts';
import { offer, say } from '../say.ts';
import { statusParagraphs, type Told } from '../status.ts';
import type { Reply } from '../types.ts';
import { complaintParagraphs, lessonParagraphs, orderParagraphs, proposalParagraphs } from './standing.ts';
import { stepInWords } from './steps.ts';

export interface News extends Told {
  /** Absent: only the state as it is now. */
  readonly stepId: string | undefined;
  /** `short` is for a channel that found the message too large. */
  readonly variant: 'short' | undefined;
}

export function parentNews(news: News, knowledge: Knowledge): readonly Reply[] {
  const { escalation, stepId, variant } = news;
  const intro = knowledge.text('nieuws.ouder', { nummer: escalation.number });
  const later = knowledge.text('nieuws.volgen');
  if (variant === 'short') return [say([intro, later])];
  const step = escalation.steps.find(({ id }) => id === stepId);
  const supporter = knowledge.place(SUPPORTER);
  const links = supporter === undefined ? [] : placeLinks(supporter, knowledge);
  const ways =
    escalation.state.kind === 'withdrawn'
      ? []
      : [offer(knowledge.text('nieuws.verder'), [knowledge.text('keuze.reageren')])];
  return [say([intro, ...changed(step, news, knowledge), later], links), ...ways];
}

function changed(step: EscalationStep | undefined, told: Told, knowledge: Knowledge): readonly string[] {
  const { escalation } = told;
  if (step === undefined) return statusParagraphs(told, knowledge);
  switch (step.kind) {
    case 'taken':
      // News may arrive late: what came after it is told by its own news.
      return escalation.state.kind === 'taken' ? statusParagraphs(told, knowledge) : stepInWords(step, told, knowledge);
    case 'withdrawn':
      return statusParagraphs(told, knowledge);
    case 'decided':
      return [...statusParagraphs(told, knowledge), ...orderParagraphs(escalation, knowledge)];
    case 'proposal-answered':
      return proposalParagraphs({ proposals: escalation.proposals.filter(({ id }) => id === step.about) }, knowledge);
    case 'complaint-answered':
      return complaintParagraphs(
        { complaints: escalation.complaints.filter(({ id }) => id === step.about) },
        knowledge,
      );
    case 'closed': {
      const { closing } = escalation;
      const words = stepInWords(step, told, knowledge);
      return closing === null ? words : [...words, ...lessonParagraphs(closing.lesson, knowledge)];
    }
    default:
      return stepInWords(step, told, knowledge);
  }
}
