/** With whom the officer can talk about it: the colleague who filed, the workers of the family, or the parent who still is in the chat. */
import type { Escalation, FamilyCase } from '../../model.ts';

export type FilerChat =
  /** Entra object ids, for a chat in Teams. */
  | { readonly kind: 'colleagues'; readonly ids: readonly string[] }
  /** Address key of the conversation of the widget. */
  | { readonly kind: 'parent'; readonly address: string }
  | { readonly kind: 'nobody' };

export const chatWithFiler = (
  { filedBy, replyTo }: Pick<Escalation, 'filedBy' | 'replyTo'>,
  { workers }: Pick<FamilyCase, 'workers'>,
): FilerChat => {
  if (filedBy.kind === 'parent') return replyTo === null ? { kind: 'nobody' } : { kind: 'parent', address: replyTo };
  const ids = filedBy.id === null ? workers : [filedBy.id];
  return ids.length === 0 ? { kind: 'nobody' } : { kind: 'colleagues', ids };
};
