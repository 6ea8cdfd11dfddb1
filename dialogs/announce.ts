/** News about a question, for who must know of it. Nothing from a dossier is pushed to staff: a toast shows it to a room. */
import { dutchDate, dutchDay, escalationBaseCard, wordsOf } from '../cards/index.ts';
import type { Escalation, NoticeToDeliver } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { placeLinks, SUPPORTER } from './places.ts';
import { say } from './say.ts';
import { plainName, statusParagraphs } from './status.ts';
import type { Reply } from './types.ts';

/** `short` is for a channel that found the message too large. */
export function announce(toDeliver: NoticeToDeliver, knowledge: Knowledge, variant?: 'short'): readonly Reply[] {
  const { notice, escalation } = toDeliver;
  if (notice.to.kind === 'address') return [parentNews(escalation, knowledge, variant)];
  if (notice.cardRef === null) return [say([staffNews(escalation, knowledge)])];
  const card = escalationBaseCard(escalation, notice.cardRef, wordsOf(knowledge));
  return [{ kind: 'card', card, summary: knowledge.text('escalatie.nieuw.samenvatting'), replaces: null }];
}

function parentNews(escalation: Escalation, knowledge: Knowledge, variant: 'short' | undefined): Reply {
  const intro = knowledge.text('nieuws.ouder', { nummer: escalation.number });
  const later = knowledge.text('nieuws.volgen');
  if (variant === 'short') return say([intro, later]);
  const supporter = knowledge.place(SUPPORTER);
  const links = supporter === undefined ? [] : placeLinks(supporter, knowledge);
  return say([intro, ...statusParagraphs(escalation, knowledge), later], links);
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
