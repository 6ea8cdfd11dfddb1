/** Talk as plain data: what is said, what is answered, what is remembered between two turns. */
import type { AdaptiveCard } from '../cards/index.ts';
import type { Actor, Cases } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';

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

/** What is remembered of a conversation; plain JSON. */
export interface DialogState {
  readonly flow: {
    readonly id: string;
    readonly step: string;
    readonly answers: Readonly<Record<string, string>>;
  } | null;
  /** Forms handed out in this conversation: cardRef → the case they are about. */
  readonly drafts: Readonly<Record<string, { readonly caseId: string | null }>>;
  /** Ids of the answers offered in the last "Bedoelt u …?", in order. */
  readonly offered: readonly string[];
}

export interface DialogDeps {
  readonly knowledge: Knowledge;
  readonly cases: Cases;
  /** 128 random bits, base64url. */
  newId(): string;
  now(): Date;
  /** Whether this conversation may try one more follow code now. */
  mayTryFollowCode(conversation: string): boolean;
}

export interface Outcome {
  readonly state: DialogState;
  readonly replies: readonly Reply[];
}

export type Converse = (state: DialogState, turn: Turn) => Promise<Outcome>;
