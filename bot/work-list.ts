/** What of a conversation goes to the editors' work list: questions without an answer, and answers that did not help. */
import type { Dealt } from '../dialogs/index.ts';
import type { CrisisLevel } from '../knowledge/index.ts';
import type { FeedbackReason, Unanswered } from './unanswered.ts';
import { withoutPersonalData } from './unanswered-words.ts';

/** Answers of one conversation that can still be judged, and conversations that are remembered for that. */
const MAX_ANSWERS = 20;
const MAX_CONVERSATIONS = 20_000;

export interface Feedback {
  /** The id of the answer. */
  readonly answer: string;
  readonly helped: boolean;
  /** Comes apart, after the "no". */
  readonly reason: FeedbackReason | null;
}

export interface WorkList {
  dealt(conversation: string, dealt: Dealt): void;
  /** Of an answer that this conversation was given; each counts once. */
  feedback(conversation: string, feedback: Feedback): void;
  forget(conversation: string): void;
}

export interface WorkListDeps {
  readonly unanswered: Unanswered;
  readonly crisisLevel: (text: string) => CrisisLevel | null;
  /** Whether a word, in small letters, is an ordinary one. */
  readonly knows: (word: string) => boolean;
}

interface Given {
  /** As it was asked, for as long as the conversation lasts; null when the answer was picked from a list. */
  readonly question: string | null;
  judged: boolean;
  reasoned: boolean;
}

export function makeWorkList({ unanswered, crisisLevel, knows }: WorkListDeps): WorkList {
  const given = new Map<string, Map<string, Given>>();

  /** Null for danger, however slight the signal, and for what holds nothing but names and numbers. */
  function keepable(question: string): string | null {
    if (crisisLevel(question) !== null) return null;
    const text = withoutPersonalData(question, knows);
    return /\p{L}{2}/u.test(text) ? text : null;
  }

  function remember(conversation: string, answer: string, question: string | null): void {
    const answers = given.get(conversation) ?? new Map<string, Given>();
    answers.delete(answer);
    answers.set(answer, { question, judged: false, reasoned: false });
    given.delete(conversation);
    given.set(conversation, answers);
    dropOldest(answers, MAX_ANSWERS);
    dropOldest(given, MAX_CONVERSATIONS);
  }

  return {
    dealt(conversation, dealt) {
      if (dealt.kind === 'answered') {
        remember(conversation, dealt.answer, dealt.question);
        return;
      }
      const text = keepable(dealt.question);
      if (text !== null) unanswered.note({ why: dealt.kind, text, answer: dealt.nearest, reason: null });
    },
    feedback(conversation, { answer, helped, reason }) {
      const about = given.get(conversation)?.get(answer);
      if (about === undefined) return;
      if (!about.judged) {
        about.judged = true;
        const why = helped ? 'helpful' : 'unhelpful';
        const text = helped || about.question === null ? null : keepable(about.question);
        unanswered.note({ why, text, answer, reason: null });
      }
      if (helped || reason === null || about.reasoned) return;
      about.reasoned = true;
      unanswered.note({ why: 'reason', text: null, answer, reason });
    },
    forget(conversation) {
      given.delete(conversation);
    },
  };
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  if (map.size <= most) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
