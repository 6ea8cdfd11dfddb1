import type { FamilyWork, NoticeToDeliver } from '../../cases/index.ts';

/** The list of the day for one worker; what is sent of it are the counts. */
export interface DigestToDeliver {
  readonly notice: {
    readonly id: string;
    readonly noticeKind: 'digest';
    readonly to: { readonly kind: 'actor'; readonly id: string };
    readonly cardRef: string;
  };
  readonly work: readonly FamilyWork[];
}

/** What the outbox carries: news about a question, or the list of the day. */
export type ToDeliver = NoticeToDeliver | DigestToDeliver;
