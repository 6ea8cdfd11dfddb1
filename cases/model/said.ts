/** What whoever asked adds along the way: a word, a proposal, and whether it helped. */
import type { Blocker } from './asked.ts';
import type { OwnWords } from './own-words.ts';
import type { Author, Named } from './people.ts';
import type { Day, Instant } from './time.ts';

export interface Comment {
  readonly id: string;
  /** `own-words`, `summary`, or the id of a step. */
  readonly about: string;
  readonly by: Author;
  readonly words: OwnWords;
}

/** What the parent proposes. It has a right to an answer: without one the escalation can't be closed. */
export interface ParentProposal {
  readonly id: string;
  readonly subject: 'regisseur' | 'other';
  /** Person or organisation that is proposed. */
  readonly who: string | null;
  readonly words: OwnWords;
  readonly by: Author;
  readonly answer: ProposalAnswer | null;
}

export interface ProposalAnswer {
  readonly verdict: 'granted' | 'refused';
  readonly reason: string;
  readonly blocker: Blocker | null;
  readonly alternative: string | null;
  readonly maatwerk: boolean;
  readonly by: Named;
  readonly at: Instant;
}

/** "Helped or sent on?", asked some time after a decision that sends the family to somebody. */
export interface HelpedQuestion {
  readonly askOn: Day;
  readonly askedAt: Instant | null;
  readonly answer: {
    readonly kind: 'helped' | 'sent-on' | 'not-yet';
    readonly words: OwnWords | null;
    readonly at: Instant;
  } | null;
}
