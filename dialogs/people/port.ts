/** What the talk needs of people who join a chat: who is there, who waits, who talks with whom. In memory, for this moment only. */
import type { StaffActor } from '../../cases/index.ts';
import type { Reply } from '../types.ts';

export interface Said {
  readonly by: 'visitor' | 'computer';
  readonly text: string;
}

export type Joined =
  | { readonly kind: 'joined'; readonly said: readonly Said[]; readonly hidden: string | undefined }
  /** `not-asked`: somebody waits, but this colleague was not on duty when a person was asked for. */
  | { readonly kind: 'not-on-duty' | 'not-asked' | 'nobody-waits' | 'already-talking' | 'audit-unavailable' };

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
  /** Whether somebody who is free, and still has a role, could be asked now. */
  somebodyIsThere(): Promise<boolean>;
  /** Only after the visitor said yes. False: nobody could be reached. */
  invite(conversation: string, words: InvitationWords): Promise<boolean>;
  /** The visitor takes the yes back: from now on nobody can join any more. False: nobody was asked. */
  cancel(conversation: string): boolean;
  /**
   * The visitor who waits longest for this colleague. What was said is shown only to who was asked and is still on duty, when
   * the look could be written down, and when the visitor did not take the yes back meanwhile.
   */
  join(actor: StaffActor): Promise<Joined>;
  isTalking(who: string): boolean;
  /** To the other side, as long as the colleague has a role; else the talk is over and the visitor hears so. */
  pass(who: string, replies: readonly Reply[]): void;
  /** Nothing of it is kept. */
  end(who: string): void;
}
