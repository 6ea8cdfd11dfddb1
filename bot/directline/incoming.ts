/** The one schema of what a visitor may send: everything that is not named here is dropped. */
import { z } from 'zod';
import { feedbackReasons } from '../unanswered.ts';
import type { Feedback } from '../work-list.ts';

const MAX_VALUE_SIZE = 16 * 1024;

const clientActivityID = z.string().regex(/^[\w.:-]{1,64}$/);
const value = z
  .record(z.string().max(64), z.unknown())
  .refine((given) => Object.keys(given).length <= 32 && JSON.stringify(given).length <= MAX_VALUE_SIZE);

const incoming = z.object({
  type: z.string().max(64).default('message'),
  text: z.string().optional().catch(undefined),
  name: z.string().max(64).optional().catch(undefined),
  value: value.optional().catch(undefined),
  channelData: z
    .object({ clientActivityID: clientActivityID.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

const feedback = z.object({
  answer: z.string().regex(/^[a-z0-9-]{1,100}$/),
  helped: z.boolean(),
  reason: z.enum(feedbackReasons).nullable().default(null),
});

/** The name of the event with which the widget tells whether an answer helped. */
const FEEDBACK = 'regie/feedback';

export interface Incoming {
  readonly kind: 'message' | 'end' | 'ignored' | 'feedback';
  readonly text: string | null;
  readonly value: Readonly<Record<string, unknown>> | null;
  readonly clientActivityID: string | null;
  /** Only of kind `feedback`. */
  readonly feedback: Feedback | null;
}

/** What the widget sends to say that it is there or busy; nobody waits for it. */
const IGNORED = new Set(['typing', 'conversationUpdate']);

export function parseIncoming(body: unknown): Incoming | null {
  const parsed = incoming.safeParse(body);
  if (!parsed.success) return null;
  const judged =
    parsed.data.type === 'event' && parsed.data.name === FEEDBACK ? feedback.safeParse(parsed.data.value) : null;
  const kind = judged?.success ? 'feedback' : kindOf(parsed.data.type);
  if (kind === null) return null;
  return {
    kind,
    text: parsed.data.text === undefined ? null : wellFormed(parsed.data.text),
    value: parsed.data.value ?? null,
    clientActivityID: parsed.data.channelData?.clientActivityID ?? null,
    feedback: judged?.data ?? null,
  };
}

function kindOf(type: string): Incoming['kind'] | null {
  if (type === 'message') return 'message';
  if (type === 'endOfConversation') return 'end';
  return IGNORED.has(type) ? 'ignored' : null;
}

/** Halves of characters and NUL pass JSON and break what comes after it. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\u0000', '');
}
