/** A change, told in the open chat at once (O8): what happened, the words that belong to it, and the way to answer. */
import type { Escalation, EscalationStep } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { placeLinks, SUPPORTER } from '../places.ts';
import { offer, say } from '../say.ts';
import { statusParagraphs } from '../status.ts';
import type { Reply } from '../types.ts';
import { complaintParagraphs, lessonParagraphs, orderParagraphs, proposalParagraphs } from './standing.ts';
import { stepInWords } from './steps.ts';

export interface News {
  readonly escalation: Escalation;
  /** Absent: only the state as it is now. */
  readonly stepId: string | undefined;
  /** `short` is for a channel that found the message too large. */
  readonly variant: 'short' | undefined;
}

export function parentNews({ escalation, stepId, variant }: News, knowledge: Knowledge): readonly Reply[] {
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
  return [say([intro, ...changed(step, escalation, knowledge), later], links), ...ways];
}

function changed(step: EscalationStep | undefined, escalation: Escalation, knowledge: Knowledge): readonly string[] {
  if (step === undefined) return statusParagraphs(escalation, knowledge);
  switch (step.kind) {
    case 'taken':
      // News may arrive late: what came after it is told by its own news.
      return escalation.state.kind === 'taken'
        ? statusParagraphs(escalation, knowledge)
        : stepInWords(step, escalation, knowledge);
    case 'withdrawn':
      return statusParagraphs(escalation, knowledge);
    case 'decided':
      return [...statusParagraphs(escalation, knowledge), ...orderParagraphs(escalation, knowledge)];
    case 'proposal-answered':
      return proposalParagraphs({ proposals: escalation.proposals.filter(({ id }) => id === step.about) }, knowledge);
    case 'complaint-answered':
      return complaintParagraphs(
        { complaints: escalation.complaints.filter(({ id }) => id === step.about) },
        knowledge,
      );
    case 'closed': {
      const { closing } = escalation;
      const told = stepInWords(step, escalation, knowledge);
      return closing === null ? told : [...told, ...lessonParagraphs(closing.lesson, knowledge)];
    }
    default:
      return stepInWords(step, escalation, knowledge);
  }
}
