/**
 * The border of `/api/messages`: what a body must look like before the SDK or anything of ours sees it. Fields that are
 * not named here are dropped, `deliveryMode` among them: it would turn a reply into the HTTP body.
 */
import { z } from 'zod';

const MAX_DEPTH = 16;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const id = z.string().min(1).max(2000);
const account = z.object({ id, aadObjectId: z.string().min(1).max(100).nullish() });

export const inboundActivity = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  name: z.string().max(200).nullish(),
  text: z.string().nullish(),
  channelId: z.string().max(100).nullish(),
  serviceUrl: z.string().max(2000).nullish(),
  locale: z.string().max(50).nullish(),
  action: z.string().max(100).nullish(),
  replyToId: id.nullish(),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    tenantId: z.string().max(100).nullish(),
    conversationType: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string().max(100) }).nullish() }).nullish(),
  membersAdded: z.array(z.object({ id })).max(1000).nullish(),
  membersRemoved: z.array(z.object({ id })).max(1000).nullish(),
  value: z.unknown().optional().refine(isTame, 'too deep, or a key that is not allowed'),
});

export type InboundActivity = z.infer<typeof inboundActivity>;

/** What an Adaptive Card button sends in an invoke; `data` and `verb` are user input. */
export const cardAction = z.object({
  action: z.object({ verb: z.string().min(1).max(200), data: z.unknown().optional() }),
  trigger: z.string().max(50).nullish(),
});

/** Walked without recursion: a body of brackets only would end the process by a full stack. */
function isTame(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return false;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      for (const key of Object.keys(item)) {
        if (FORBIDDEN_KEYS.has(key)) return false;
        next.push(Reflect.get(item, key));
      }
    }
    level = next;
  }
  return true;
}

/** Half characters and NUL come from broken clients only, and trip what stands behind. */
export function cleanText(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD').replaceAll('\0', '');
}

/**
 * Whether this comes from our own tenant: a channel token says nothing about it, so the body must. Every tenant that is
 * named must be ours, and at least one must be named.
 */
export function isOurTenant(activity: InboundActivity, tenantId: string): boolean {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter(
    (id) => typeof id === 'string',
  );
  return named.length > 0 && named.every((id) => id.toLowerCase() === tenantId.toLowerCase());
}

/** Answers and cards hold what one worker may see, so they are given in a conversation of one person only. */
export function isPersonal({ conversation }: InboundActivity): boolean {
  return (conversation.conversationType ?? 'personal') === 'personal' && conversation.isGroup !== true;
}
