/** What stands on the public page about an escalation, and how it goes off: for good, because nobody may find it again here. */
import type { Escalation, Instant } from '../../model.ts';
import type { At, Drafted } from './desk.ts';
import { byName } from './step.ts';

/** What stands on the public page about one escalation. */
export interface PublishedText {
  readonly caseId: string;
  readonly escalationId: string;
  readonly number: string;
  readonly closedAt: Instant;
  readonly asked: string;
  readonly did: string;
  /** The card of who looks; `null`: it lies with somebody else, and then nothing of the family is shown. */
  readonly cardRef: string | null;
}

/** As it was written for everybody; `null`: nothing stands on the page. */
export const publishedIn = ({ closing }: Escalation): { readonly asked: string; readonly did: string } | null =>
  closing?.published ?? null;

export const withoutPublication = (escalation: Escalation): Escalation =>
  escalation.closing === null ? escalation : { ...escalation, closing: { ...escalation.closing, published: null } };

/** The words are kept nowhere: the step and the audit say that it was done, and by whom. */
export const unpublish = ({ familyCase, escalation, by }: At): Drafted => {
  if (publishedIn(escalation) === null) return { kind: 'not-open' };
  return {
    familyCase,
    escalation: withoutPublication(escalation),
    steps: [{ kind: 'unpublished', by: byName(by), tell: [] }],
  };
};
