/** What the talk needs of people who join a chat: who is there, who waits, who talks with whom. In memory, for this moment only. */
import type { StaffActor } from '../../cases/index.ts';
import type { Reply } from '../types.ts';

export interface Said {
  readonly by: 'visitor' | 'computer';
  readonly text: string;
}

export type Joined =
  | { readonly kind: 'joined'; readonly said: readonly Said[]; readonly hidden: string | undefined }
  | { readonly kind: 'nobody-waits' | 'already-talking' | 'audit-unavailable' };

/** What others are told later, outside a turn of their own. */
export interface InvitationWords {
  /** The follow code of the visitor, which no colleague may see. */
  readonly hidden: string | undefined;
  /** For who is on duty; holds nothing of what was said. */
  readonly ask: readonly Reply[];
  /** For the visitor, when nobody came. */
  readonly nobodyCame: readonly Reply[];
  /** For the visitor, when the colleague can't be reached any more. */
  readonly colleagueGone: readonly Reply[];
  /** For the colleague, when the visitor left. */
  readonly visitorGone: readonly Reply[];
}

/** `who`: the conversation of a visitor, or the id of a colleague. */
export interface PeoplePort {
  /** A colleague is there for the chat until the end of this day, or no longer. */
  setDuty(actor: StaffActor, here: boolean): void;
  /** Whether somebody who is free could be asked now. */
  somebodyIsThere(): boolean;
  /** Only after the visitor said yes. False: nobody could be reached. */
  invite(conversation: string, words: InvitationWords): boolean;
  /** The visitor who waits longest. What was said is shown only when the look could be written down. */
  join(actor: StaffActor): Promise<Joined>;
  isTalking(who: string): boolean;
  /** To the other side. */
  pass(who: string, replies: readonly Reply[]): void;
  /** Nothing of it is kept. */
  end(who: string): void;
}
