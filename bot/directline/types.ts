/** The words of the web channel: who talks in a conversation, what comes in, and what the host has to bring. */
import type { Activity } from 'botbuilder';
import type { Log } from '../log.ts';
import type { Timers } from '../timers.ts';
import type { Feedback } from '../work-list.ts';

export interface Persona {
  readonly kind: 'worker' | 'officer';
  readonly id: string;
  readonly name: string;
}

export interface Conversation {
  readonly id: string;
  /** Random, with `dl_` in front; the only name a visitor has. */
  readonly userId: string;
  /** Always null outside the demo: the web channel carries no authority. */
  readonly persona: Persona | null;
  readonly ipKey: string;
  readonly createdAt: Date;
}

/** What reaches the bot: built by us from the allow-listed parts of what came in. */
export interface IncomingActivity {
  readonly type: 'conversationUpdate' | 'message';
  readonly id: string;
  readonly timestamp: Date;
  readonly channelId: 'directline';
  readonly conversation: Activity['conversation'];
  readonly from: Activity['from'];
  readonly recipient: Activity['recipient'];
  readonly membersAdded?: Activity['from'][];
  readonly text?: string;
  /** Only for a conversation that may submit cards; user input all the same. */
  readonly value?: Readonly<Record<string, unknown>>;
}

export type OutgoingActivity = Partial<Activity>;

export interface Limits {
  readonly tokenMs: number;
  readonly ticketMs: number;
  /** How long the older token lasts after a refresh, for when the answer with the newer one was lost. */
  readonly olderTokenMs: number;
  /** A conversation for which a token was given and that was never opened. */
  readonly unopenedMs: number;
  /** A conversation in which the visitor says nothing; a client that only renews its token does not keep it. */
  readonly silentMs: number;
  readonly startsPerMinutePerIp: number;
  readonly conversations: number;
  readonly messagesPerMinute: number;
  /** Messages that are searched for crisis words, refused ones included. Above it the fixed text goes out unasked. */
  readonly scansPerMinute: number;
  readonly scansPerMinutePerIp: number;
  /** Messages that may wait behind the one in progress. */
  readonly queue: number;
  readonly textLength: number;
  readonly logEntries: number;
  /** Bytes of JSON that a conversation keeps. */
  readonly logSize: number;
  /** Bytes that all conversations keep together; above it the one that was silent longest is ended. */
  readonly logSizeOverall: number;
  readonly socketsPerConversation: number;
  /** How long a turn may take before the crisis text goes out without it. */
  readonly emergencyMs: number;
  /** How long a stop waits for the turns in progress. */
  readonly closeMs: number;
}

export const defaultLimits: Limits = {
  tokenMs: 30 * 60_000,
  ticketMs: 60_000,
  olderTokenMs: 60_000,
  unopenedMs: 5 * 60_000,
  silentMs: 4 * 60 * 60_000,
  startsPerMinutePerIp: 20,
  conversations: 20_000,
  messagesPerMinute: 20,
  scansPerMinute: 60,
  scansPerMinutePerIp: 300,
  queue: 5,
  textLength: 8_000,
  logEntries: 500,
  logSize: 160 * 1024,
  logSizeOverall: 128 * 1024 * 1024,
  socketsPerConversation: 4,
  emergencyMs: 2_000,
  closeMs: 6_000,
};

export interface DirectLineDeps {
  /** Signs the tokens: 32 bytes of our own. */
  readonly key: Uint8Array;
  readonly limits: Limits;
  readonly log: Log;
  readonly timers: Timers;
  /** Demo only: whether `startAs` exists. */
  readonly allowPersonas: boolean;
  /** Whether parents may press the buttons of a card. Their `value` is dropped otherwise. */
  readonly parentsMaySubmit: boolean;
  readonly now: () => Date;
  /** 128 random bits, base64url. */
  readonly newId: () => string;
  maskText(text: string): string;
  /** The crisis answer for this text, or null. Needs nothing but the text. */
  emergency(text: string): OutgoingActivity | null;
  /** The same answer for when there is no time to look at the text. */
  emergencyNumbers(): OutgoingActivity;
  /** The conversation is over: whatever else is remembered of it has to go too. May be called twice. */
  onEnd(conversationId: string): void;
  /** Whether an answer helped: heard, never answered, and no turn. Absent where nothing is kept. */
  onFeedback?(conversation: Conversation, feedback: Feedback): void;
  /** Runs the turn; what it says comes back through `send`. Called one at a time per conversation. */
  onArrival(conversation: Conversation, activity: IncomingActivity): Promise<void>;
}
