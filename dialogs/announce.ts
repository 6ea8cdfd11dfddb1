/**
 * News about a question, for who must know of it. A toast shows what is said and the summary of a card to a room, so nothing
 * from a dossier stands in them.
 */
import { digestCard, digestCounts, dutchDate, dutchDay, escalationBaseCard, wordsOf } from '../cards/index.ts';
import type { Escalation, FamilyWork, NoticeToDeliver } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { deskNews, deskWork } from './desk/news.ts';
import { parentNews } from './parent/news.ts';
import { say } from './say.ts';
import { plainName } from './status.ts';
import type { Reply } from './types.ts';

interface Manner {
  /** `short` is for a channel that found the message too large. */
  readonly variant?: 'short' | undefined;
  /** The card with which this colleague can act on it now. */
  readonly cardRef?: string | null | undefined;
  /** Makes a reference with which a colleague can answer what was asked about this family. */
  readonly newRef?: ((caseId: string) => string) | undefined;
}

export function announce(
  toDeliver: NoticeToDeliver,
  knowledge: Knowledge,
  { variant, cardRef = null, newRef }: Manner = {},
): readonly Reply[] {
  const { notice, escalation, names } = toDeliver;
  if (notice.to.kind === 'address') return parentNews({ escalation, names, stepId: notice.stepId, variant }, knowledge);
  const answerRef = newRef?.(toDeliver.caseId) ?? null;
  if (notice.noticeKind === 'escalation-news') return deskNews(toDeliver, answerRef, knowledge);
  if (notice.noticeKind === 'escalation-due') return deskWork(toDeliver, { cardRef, answerRef }, knowledge);
  if (notice.cardRef === null) return [say([staffNews(escalation, knowledge)])];
  const card = escalationBaseCard(escalation, notice.cardRef, wordsOf(knowledge));
  return [{ kind: 'card', card, summary: knowledge.text('escalatie.nieuw.samenvatting'), replaces: null }];
}

/** The list of the day: counts only, the rest is shown after it was opened. */
export function announceWork(work: readonly FamilyWork[], cardRef: string, knowledge: Knowledge): readonly Reply[] {
  const card = digestCard(digestCounts(work), cardRef, wordsOf(knowledge));
  return [{ kind: 'card', card, summary: knowledge.text('dagoverzicht.samenvatting'), replaces: null }];
}

/** Told from the state it has now: news may arrive late. */
function staffNews({ number: nummer, state, due }: Escalation, knowledge: Knowledge): string {
  switch (state.kind) {
    case 'filed':
      return knowledge.text('ingediend.tekst', { nummer, datum: dutchDay(due) });
    case 'taken':
      return knowledge.text('nieuws.medewerker.taken', {
        nummer,
        naam: plainName(state.by.name),
        datum: dutchDay(due),
      });
    case 'decided': {
      const { verdict, by, effectiveOn } = state.decision;
      const values = { nummer, naam: plainName(by.name), datum: dutchDay(effectiveOn) };
      return knowledge.text(`nieuws.medewerker.${verdict}`, values);
    }
    case 'withdrawn':
      return knowledge.text('nieuws.medewerker.withdrawn', { nummer, datum: dutchDate(state.at) });
  }
}
