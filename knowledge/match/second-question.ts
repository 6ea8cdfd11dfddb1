/** Two questions in one message: the first is answered, the second offered. */
import type { Match } from '../knowledge.ts';

/** A question with its mark; what follows the last mark is no question. */
const question = /[^?]+\?/g;
/** Fewer words ("En nu?", "Toch?") ask nothing of their own. */
const leastWords = 4;
const mostQuestions = 4;

/** `find` recognises one question by itself. Danger in the whole, or in one of the questions that are looked at, goes first. */
export function withSecondQuestion(whole: Match, text: string, find: (part: string) => Match): Match {
  const isOneQuestion = text.indexOf('?') === text.lastIndexOf('?');
  if (isOneQuestion || whole.crisis || whole.decided === 'decline') return whole;
  const parts = (text.match(question) ?? []).filter((part) => part.trim().split(/\s+/).length >= leastWords);
  if (parts.length < 2) return whole;
  const found = parts.slice(0, mostQuestions).map(find);
  const danger = found.find(({ crisis }) => crisis);
  if (danger) return danger;
  const answers = found.filter(({ decided }) => decided === 'answer');
  const [first] = answers;
  const second = answers.find(({ answerId }) => answerId !== null && answerId !== first?.answerId);
  if (!first || !second || first.ranked[0] === second.ranked[0]) return whole;
  const ranked = [...new Set([...first.ranked.slice(0, 1), ...second.ranked.slice(0, 1), ...whole.ranked])];
  return { ...first, level: whole.level, ranked, alsoId: second.answerId };
}
