/** Direct Line activities as the plain messages this widget shows. What doesn't fit is left out, never trusted. */
export interface Message {
  readonly id: string;
  readonly own: boolean;
  /** Taken back: it goes from the screen. */
  readonly gone: boolean;
  readonly text: string;
  readonly urgent: boolean;
  /** The id of the answer of which somebody may say whether it helped; '' = none. */
  readonly answer: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** Adaptive Card JSON, or null. */
  readonly card: unknown;
  /** What is said of a card to people who hear it, and shown where the card can't be. */
  readonly summary: string;
  /** What a screen reader hears instead of the text; '' = nothing. */
  readonly speak: string | null;
  /** Our own id of a message we posted. */
  readonly clientId: string | null;
  /** Milliseconds since 1970, or 0 when unknown. */
  readonly at: number;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.map((entry: unknown) => entry) : [];
}

export function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The messages of a stream frame, a poll or a POST answer, in the order in which they are to be read. */
export function parseMessages(body: unknown): readonly Message[] {
  return list(record(body).activities)
    .map(parseMessage)
    .filter((message) => message !== null)
    .sort((one, other) => (one.at && other.at ? one.at - other.at : 0));
}

export function parseWatermark(body: unknown): string | null {
  const { watermark } = record(body);
  return typeof watermark === 'string' || typeof watermark === 'number' ? String(watermark) : null;
}

function parseMessage(value: unknown): Message | null {
  const activity = record(value);
  const gone = activity.type === 'messageDelete';
  if ((activity.type !== 'message' && !gone) || word(activity.id) === '') return null;
  const channelData = record(activity.channelData);
  const regie = record(channelData.regie);
  const clientId = word(channelData.clientActivityID) || null;
  const attachments = list(activity.attachments).map(record);
  return {
    id: word(activity.id),
    own: clientId !== null || record(activity.from).role === 'user',
    gone,
    text: word(activity.text),
    urgent: regie.tone === 'urgent',
    answer: word(regie.answer),
    links: list(regie.links).map((link) => ({ title: word(record(link).title), url: word(record(link).url) })),
    choices: list(record(activity.suggestedActions).actions)
      .map((action) => ({ title: word(record(action).title), value: word(record(action).value) }))
      .filter((choice) => choice.title !== '' && choice.value !== ''),
    card: attachments.find((attachment) => attachment.contentType === CARD)?.content ?? null,
    summary: word(activity.summary),
    speak: typeof activity.speak === 'string' ? activity.speak : null,
    clientId,
    at: Date.parse(word(activity.timestamp)) || 0,
  };
}
