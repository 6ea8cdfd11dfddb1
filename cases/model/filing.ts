/** How it was put on the desk: by whom, in which words. More than one person may do so for one family. */
import type { OwnWords } from './own-words.ts';
import type { Actor, Author } from './people.ts';
import type { Day, Instant } from './time.ts';

/** The three questions of the call of 2016 (P14): complex? stuck or about to? harm to the child? */
export interface FilingAnswers {
  readonly complex: 'yes' | 'no' | 'unknown';
  readonly stuck: 'stuck' | 'about-to' | 'no' | 'unknown';
  readonly harm: 'yes' | 'no' | 'unknown';
}

/** Somebody filed for the family, with its consent: how and when it was given. */
export interface OnBehalf {
  readonly relation: 'client-supporter' | 'relative' | 'other';
  readonly name: string | null;
  readonly consent: { readonly how: string; readonly on: Day };
}

/** Of whom the summary is, and what the parent says of it. */
export interface Reading {
  readonly by: Author;
  readonly at: Instant;
  /** `null`: it was not put right or confirmed yet. */
  readonly answer:
    | { readonly kind: 'confirmed'; readonly at: Instant }
    | { readonly kind: 'corrected'; readonly words: OwnWords }
    | null;
}

/** What one person, or the stuck rules, put on the desk. */
export interface StoredFiling {
  /** `system`: the stuck rules put it on the desk. */
  readonly filedBy: {
    readonly kind: Actor['kind'] | 'system';
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly ownWords: OwnWords;
  /** The worker's interpretation, kept apart from the own words. */
  readonly summary: string | null;
  readonly reading: Reading | null;
  readonly answers: FilingAnswers;
  /** The sentences of the own words in which the computer saw possible danger, whatever was answered; absent: none. */
  readonly danger?: readonly string[] | undefined;
  readonly onBehalf: OnBehalf | null;
  /** SHA-256 of the normalised follow code, lower-case hex. The code itself is stored nowhere. */
  readonly followCodeHash: string;
  /** Address key of the conversation in which it was filed; opaque to this folder. */
  readonly replyTo: string | null;
}

/** A filing beside the one that leads the escalation: one family has one open card, which grows. */
export interface JoinedFiling extends StoredFiling {
  readonly id: string;
  readonly withdrawn: { readonly by: string; readonly reason: string; readonly at: Instant } | null;
}
