import { z } from 'zod';
import type { DialogState } from './types.ts';

export const initialState: DialogState = { flow: null, drafts: [], offered: [] };

/** For hosts that keep a conversation: what was stored is parsed with this, and what does not fit starts anew. */
export const dialogStateSchema: z.ZodType<DialogState> = z.object({
  flow: z
    .object({
      id: z.string(),
      step: z.string(),
      answers: z.record(z.string(), z.string()),
      path: z.array(z.object({ step: z.string(), answer: z.string().nullable() })),
    })
    .nullable(),
  drafts: z.array(
    z.tuple([z.string(), z.object({ caseId: z.string().nullable(), escalationId: z.string().optional() })]),
  ),
  offered: z.array(
    z.object({
      title: z.string(),
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('answer'), id: z.string() }),
        z.object({ kind: z.literal('flow'), id: z.string(), gezin: z.string().optional() }),
        z.object({ kind: z.literal('none') }),
      ]),
    }),
  ),
});

const MOST_DRAFTS = 100;

/** The newest drafts stay; a card older than that says it has expired. */
export function withDrafts(state: DialogState, added: DialogState['drafts']): DialogState {
  const replaced = new Set(added.map(([cardRef]) => cardRef));
  const kept = state.drafts.filter(([cardRef]) => !replaced.has(cardRef));
  return { ...state, drafts: [...kept, ...added].slice(-MOST_DRAFTS) };
}
