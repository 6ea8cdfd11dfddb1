import type { Author, ParentProposal } from '../../model.ts';
import type { EscalationContext } from './context.ts';
import { keptWords, tidyOrNull } from './words.ts';

/** What the parent proposes, in the parent's words. `who`: the person or organisation that is proposed. */
export interface ProposalInput {
  readonly subject: 'regisseur' | 'other';
  readonly who: string | null;
  readonly text: string;
}

export const proposalOf = (
  { subject, who, text }: ProposalInput,
  by: Author,
  context: EscalationContext,
): ParentProposal => ({
  id: context.newId(),
  subject,
  who: tidyOrNull(who),
  words: keptWords(text, context),
  by,
  answer: null,
});
