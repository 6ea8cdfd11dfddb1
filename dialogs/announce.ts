/** News about a question, for who must know of it. Nothing from a dossier is pushed to staff: a toast shows it to a room. */
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
}

export function announce(
  toDeliver: NoticeToDeliver,
  knowledge: Knowledge,
  { variant, cardRef = null }: Manner = {},
): readonly Reply[] {
  const { notice, escalation } = toDeliver;
  if (notice.to.kind === 'address') return parentNews({ escalation, stepId: notice.stepId, variant }, knowledge);
  if (notice.noticeKind === 'escalation-news') return deskNews(escalation, knowledge);
  if (notice.noticeKind === 'escalation-due') return deskWork(toDeliver, cardRef, knowledge);
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
