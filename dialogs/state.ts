import type { DialogState } from './types.ts';

export const initialState: DialogState = { flow: null, drafts: [], offered: [] };

const MOST_DRAFTS = 100;

/** The newest drafts stay; a card older than that says it has expired. */
export function withDrafts(state: DialogState, added: DialogState['drafts']): DialogState {
  const replaced = new Set(added.map(([cardRef]) => cardRef));
  const kept = state.drafts.filter(([cardRef]) => !replaced.has(cardRef));
  return { ...state, drafts: [...kept, ...added].slice(-MOST_DRAFTS) };
}
