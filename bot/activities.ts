/** Replies as Bot Framework activities. One turn gives as few activities as possible: each is a call to the connector. */
import { forSubmit } from '../cards/index.ts';
import type { Choice, Link, Reply } from '../dialogs/index.ts';
import type { Activity } from 'botbuilder';

const CARD = 'application/vnd.microsoft.card.adaptive';

export interface Outgoing {
  readonly activity: Partial<Activity>;
  /** The card that this one takes the place of. */
  readonly replaces: string | null;
}

type TextReply = Extract<Reply, { kind: 'text' }>;
type CardReply = Extract<Reply, { kind: 'card' }>;

/** For the widget: words and choices together, each card apart so that it can be replaced later. */
export function toWebActivities(replies: readonly Reply[]): Outgoing[] {
  const outgoing: Outgoing[] = [];
  let words: Reply[] = [];
  const flush = () => {
    if (words.length > 0) outgoing.push({ activity: wordsActivity(words), replaces: null });
    words = [];
  };
  for (const reply of replies) {
    if (reply.kind === 'card') {
      flush();
      outgoing.push({ activity: cardActivity(reply), replaces: reply.replaces });
    } else {
      // An urgent text never shares a bubble: what comes after it would be read as part of it.
      if (isUrgent(reply) || words.some(isUrgent)) flush();
      words.push(reply);
    }
  }
  flush();
  return outgoing;
}

/** For Teams: everything in one message, links written out, because every activity is one outbound call. */
export function toTeamsActivities(replies: readonly Reply[]): Partial<Activity>[] {
  if (replies.length === 0) return [];
  const cards = replies.filter(isCard);
  const words = wordsActivity(replies.filter((reply) => !isCard(reply)));
  const links = linksOf(replies).map((link) => `${link.title}: ${link.url.replace(/^tel:/, '')}`);
  const text = [words.text ?? '', ...links].filter((line) => line !== '').join('\n\n');
  const attachments = cards.map((card) => ({ contentType: CARD, content: card.card }));
  const summary = cards[0]?.summary;
  return [
    {
      type: 'message',
      textFormat: 'plain',
      ...(text === '' ? {} : { text }),
      ...(attachments.length === 0 ? {} : { attachments }),
      ...(summary === undefined ? {} : { summary }),
      ...(words.suggestedActions ? { suggestedActions: words.suggestedActions } : {}),
    },
  ];
}

function wordsActivity(replies: readonly Reply[]): Partial<Activity> {
  const paragraphs: string[] = [];
  const actions: ReturnType<typeof imBack>[] = [];
  for (const reply of replies) {
    if (reply.kind === 'text') paragraphs.push(...reply.paragraphs);
    if (reply.kind !== 'choices') continue;
    if (reply.prompt !== '') paragraphs.push(reply.prompt);
    actions.push(...reply.choices.map(imBack));
  }
  const tone = replies.some(isUrgent) ? 'urgent' : 'normal';
  const activity: Partial<Activity> = {
    type: 'message',
    textFormat: 'plain',
    text: paragraphs.join('\n\n'),
    channelData: { regie: { tone, links: linksOf(replies), ...answerIn(replies) } },
  };
  if (actions.length > 0) activity.suggestedActions = { to: [], actions };
  return activity;
}

/** Only when the message holds one answer and nothing urgent: else nobody knows what "did this help" is about. */
function answerIn(replies: readonly Reply[]): { readonly answer?: string } {
  const [answer, ...others] = replies.flatMap((reply) => (reply.kind === 'text' ? (reply.answer ?? []) : []));
  return answer === undefined || others.length > 0 || replies.some(isUrgent) ? {} : { answer };
}

function cardActivity(reply: CardReply): Partial<Activity> {
  return {
    type: 'message',
    summary: reply.summary,
    attachments: [{ contentType: CARD, content: forSubmit(reply.card) }],
  };
}

function imBack(choice: Choice) {
  return { type: 'imBack', title: choice.title, value: choice.value };
}

function linksOf(replies: readonly Reply[]): readonly Link[] {
  return replies.flatMap((reply) => (reply.kind === 'text' ? reply.links : []));
}

function isCard(reply: Reply): reply is CardReply {
  return reply.kind === 'card';
}

function isUrgent(reply: Reply): reply is TextReply {
  return reply.kind === 'text' && reply.tone === 'urgent';
}

/** The cardRef that the buttons of a card carry, or null for a card without buttons. */
export function cardRefOf(card: unknown): string | null {
  const found: string[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (key === 'cardRef' && typeof value === 'string') found.push(value);
    return value;
  });
  return found[0] ?? null;
}
