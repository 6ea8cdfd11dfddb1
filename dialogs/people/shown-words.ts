/**
 * What was said, as a colleague sees it: without follow codes, and on a card, because the text of a message also stands in the
 * notification that Teams shows.
 */
import { saidCard, wordsOf } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Reply } from '../types.ts';
import type { Said } from './port.ts';
import { withoutFollowCodes } from './without-follow-codes.ts';

/** The paragraphs of these replies on one card. */
export function onCard(replies: readonly Reply[], knowledge: Knowledge): Reply {
  const paragraphs = replies.flatMap((reply) => (reply.kind === 'text' ? reply.paragraphs : []));
  const summary = knowledge.text('volgen.samenvatting');
  const card = saidCard({ lines: paragraphs.map((text) => ({ text })), summary }, wordsOf(knowledge));
  return { kind: 'card', card, summary, replaces: null };
}

/** `known`: the follow code of this conversation. */
export function wordsOfVisitor(said: string, knowledge: Knowledge, known: string | undefined): Reply {
  const line = { who: knowledge.text('samen.ouder'), text: withoutFollowCodes(said, knowledge, known) };
  const summary = knowledge.text('samen.bericht.samenvatting');
  const card = saidCard({ lines: [line], summary }, wordsOf(knowledge));
  return { kind: 'card', card, summary, replaces: null };
}

/** Everything that was said before somebody joined, oldest first. */
export function wordsSoFar(said: readonly Said[], knowledge: Knowledge, known: string | undefined): Reply {
  const lines = said.map(({ by, text }) => ({
    who: knowledge.text(by === 'visitor' ? 'samen.wie.ouder' : 'samen.wie.computer'),
    text: withoutFollowCodes(text, knowledge, known),
  }));
  const summary = knowledge.text('samen.gezegd.samenvatting');
  const card = saidCard({ title: knowledge.text('samen.gezegd'), lines, summary }, wordsOf(knowledge));
  return { kind: 'card', card, summary, replaces: null };
}
