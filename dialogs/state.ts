import type { DialogState, Draft } from './types.ts';

export const initialState: DialogState = { flow: null, drafts: [], offered: [] };

const MOST_DRAFTS = 100;

/** The newest ones, each card once; a card older than that says it has expired. */
export function draftsOf({ drafts }: DialogState): DialogState['drafts'] {
  const newest = new Map<string, Draft>();
  for (const [cardRef, draft] of drafts) {
    newest.delete(cardRef);
    newest.set(cardRef, draft);
  }
  return [...newest].slice(-MOST_DRAFTS);
}

/** What a card is about now goes behind what it was about before: nearly every turn adds one, few look one up. */
export function withDrafts(state: DialogState, added: DialogState['drafts']): DialogState {
  if (added.length === 0) return state;
  const drafts = [...state.drafts, ...added];
  return { ...state, drafts: drafts.length <= 2 * MOST_DRAFTS ? drafts : draftsOf({ ...state, drafts }) };
}
