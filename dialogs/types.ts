/** Talk as plain data: what is said, what is answered, what is remembered between two turns. */
import type { AdaptiveCard } from '../cards/index.ts';
import type { Actor, Cases } from '../cases/index.ts';
import type { Knowledge, Match } from '../knowledge/index.ts';
import type { DeskPort } from './desk/port.ts';
import type { PeoplePort } from './people/port.ts';

export type TurnInput =
  /** The conversation was opened, nothing was said yet. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'text'; readonly text: string }
  /** A button of one of our cards; `data` is user input and is parsed with the card's own schema. */
  | { readonly kind: 'submit'; readonly verb: string; readonly data: unknown };

export interface Turn {
  readonly actor: Actor;
  /** Conversation key, unique over all channels. */
  readonly conversation: string;
  /** Same for the same activity: the idempotency key of everything this turn changes. */
  readonly commandId: string;
  readonly input: TurnInput;
}

export interface Link {
  readonly title: string;
  /** `https:` or `tel:` only. */
  readonly url: string;
}

export interface Choice {
  readonly title: string;
  /** What is sent back as text when it is pressed. */
  readonly value: string;
}

export type Reply =
  | {
      readonly kind: 'text';
      /** Plain text, no markup. */
      readonly paragraphs: readonly string[];
      readonly links: readonly Link[];
      /** `urgent`: numbers first, shown with emphasis and announced at once. */
      readonly tone: 'normal' | 'urgent';
      /** The id of the answer that this is, when a reader may say whether it helped. */
      readonly answer?: string | undefined;
    }
  | { readonly kind: 'choices'; readonly prompt: string; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'card';
      readonly card: AdaptiveCard;
      /** Fixed text for previews and for clients without cards; never personal data. */
      readonly summary: string;
      /** When set, this card takes the place of the card that carries this cardRef. */
      readonly replaces: string | null;
    };

/** A question that was passed on the way, with the words of the answer that was chosen (null: typed in own words). */
export interface PassedStep {
  readonly step: string;
  readonly answer: string | null;
}

/** Where a flow stands. A step that is an `uitkomst` means: ended, and "terug" still works. */
export interface FlowPosition {
  readonly id: string;
  readonly step: string;
  readonly answers: Readonly<Record<string, string>>;
  /** Questions passed since the last thing that happened: nobody steps back over what was done. */
  readonly path: readonly PassedStep[];
}

/** A choice that was offered outside a flow, with where it leads. */
export interface Offer {
  readonly title: string;
  readonly to: /** `asked`: the question that this was suggested for. */
    | { readonly kind: 'answer'; readonly id: string; readonly asked?: string | undefined }
    /** `gezin`: the family that was just looked at, so that the next flow need not ask for it. */
    | { readonly kind: 'flow'; readonly id: string; readonly gezin?: string | undefined }
    | { readonly kind: 'none'; readonly asked?: string | undefined }
    /** Goes on as if this had been said: the words of a colleague with the name of an own family as it should be. */
    | { readonly kind: 'said'; readonly text: string };
}

/** What a form or button of this conversation is about. */
export interface Draft {
  readonly caseId: string | null;
  /** What the form that opens from here is about, of several promises of this family. */
  readonly promiseId?: string | undefined;
  /** Set once it was filed: the card can then withdraw it. */
  readonly escalationId?: string | undefined;
  /** The code of what was filed, so that a press that arrives twice shows it twice; it is stored nowhere else. */
  readonly followCode?: string | undefined;
}

/** What there was to go on with before the numbers to call were given. */
export interface BeforeDanger {
  readonly offered: readonly Offer[];
  readonly subject?: string | undefined;
}

/** What is remembered of a conversation; plain JSON. */
export interface DialogState {
  readonly flow: FlowPosition | null;
  /** The code that was given or typed last in this conversation, where it can be read above; in memory only. */
  readonly followCode?: string | undefined;
  /** It was asked whether a colleague may read along. */
  readonly asksToJoin?: boolean | undefined;
  /** The numbers to call were given last: the next words may be an answer to them. */
  readonly beforeDanger?: BeforeDanger | undefined;
  /** The id of the answer that was given last, while no other subject came after it. */
  readonly subject?: string | undefined;
  /** A follow code was asked for: the next words may be one, however they are typed. */
  readonly expectsCode?: boolean | undefined;
  /** What was said for which the code was asked: it is done once the code comes. */
  readonly saidBeforeCode?: string | undefined;
  /** Somebody said to be younger than 18. */
  readonly isChild?: boolean | undefined;
  /**
   * Forms handed out in this conversation, the newest last: what the card with this reference is about. Looked up with
   * `draftsOf`, because a card may stand here more than once.
   */
  readonly drafts: readonly (readonly [cardRef: string, draft: Draft])[];
  /** The choices under the last answer or "Bedoelt u …?", in order. */
  readonly offered: readonly Offer[];
}

export interface DialogDeps {
  readonly knowledge: Knowledge;
  readonly cases: Cases;
  readonly desk: DeskPort;
  readonly people: PeoplePort;
  /** 128 random bits, base64url. */
  newId(): string;
  /** SHA-256 in lower-case hex of the UTF-8 text. */
  sha256(text: string): string;
  now(): Date;
  /** Lets others have a turn in the middle of something long. */
  pause(): Promise<void>;
  /** Whether this conversation may try one more follow code now. */
  mayTryFollowCode(conversation: string): boolean;
  /** The code of the last try exists: that try was no guess and counts no more. */
  followCodeWorked(conversation: string): void;
}

/** How a question in free text was dealt with: what an editor's work list is made of. */
export type Dealt =
  /** `question` is null when the answer was picked from a list. */
  | { readonly kind: 'answered'; readonly answer: string; readonly question: string | null }
  /** `nearest`: the answer that came closest, or null. */
  | { readonly kind: 'declined' | 'none-of-these'; readonly question: string; readonly nearest: string | null };

/** What a text is recognised as: worked out when it is first needed, and once. */
export type Recognised = () => Match;

export interface Outcome {
  readonly state: DialogState;
  readonly replies: readonly Reply[];
  /** Of a parent's question only; never of danger, and never of what was written in a flow. */
  readonly dealt?: Dealt | undefined;
}

export type Converse = (state: DialogState, turn: Turn) => Promise<Outcome>;
