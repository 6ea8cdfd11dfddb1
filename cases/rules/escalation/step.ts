/** One change of an escalation as a step that can be read back, with the news of it in the same write. */
import type {
  Author,
  Day,
  Escalation,
  EscalationStep,
  FamilyCase,
  NoticeKind,
  NoticeTarget,
  StepKind,
  StoredFiling,
} from '../../model.ts';
import { auditLine, type NewNotice, newNotice, withEscalation } from '../change.ts';
import type { EscalationContext } from './context.ts';
import { standingFilings } from './filings.ts';

/** `filer`: who asked. `owner`: who has it after the change. `before`: who had it. An id: this colleague. */
export type Audience = 'filer' | 'owner' | 'before' | { readonly id: string };

export interface NewStep {
  readonly kind: StepKind;
  readonly by: Author;
  readonly reason?: string | null;
  readonly day?: Day | null;
  readonly about?: string | null;
  readonly tell: readonly Audience[];
}

/** A change in the making: no version yet, and nobody was told. */
export interface Draft {
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
  readonly steps: readonly NewStep[];
}

export const byName = ({ id, name }: { readonly id: string; readonly name: string }): Author => ({
  kind: 'officer',
  id,
  name,
});

export const bySystem: Author = { kind: 'system' };

/** The id under which an author stands in the audit. */
export const actorOf = (by: Author): string => ('id' in by ? by.id : by.kind);

/** What the stuck rules filed is told to the workers with a task for the family. */
const heardBy = ({ workers }: FamilyCase, { filedBy, replyTo }: StoredFiling): readonly NoticeTarget[] => {
  if (filedBy.kind === 'system') return workers.map((id) => ({ kind: 'actor', id }));
  if (filedBy.kind !== 'parent' && filedBy.id !== null) return [{ kind: 'actor', id: filedBy.id }];
  return replyTo === null ? [] : [{ kind: 'address', key: replyTo }];
};

export const filersOf = (familyCase: FamilyCase, escalation: Escalation): readonly NoticeTarget[] => {
  const standing = standingFilings(escalation);
  return (standing.length === 0 ? [escalation] : standing).flatMap((filing) => heardBy(familyCase, filing));
};

const keyOf = (to: NoticeTarget): string => (to.kind === 'address' ? `address:${to.key}` : `actor:${to.id}`);

interface Telling {
  readonly familyCase: FamilyCase;
  readonly before: Escalation;
  readonly after: Escalation;
  /** Who hears it in the answer to the command needs no news of it. */
  readonly answeredAt: string | undefined;
}

const audienceOf = (audience: Audience, { familyCase, before, after }: Telling): readonly NoticeTarget[] => {
  if (audience === 'filer') return filersOf(familyCase, after);
  if (audience === 'owner') return [{ kind: 'actor', id: after.owner }];
  return [{ kind: 'actor', id: audience === 'before' ? before.owner : audience.id }];
};

const ownKind: Partial<Record<StepKind, NoticeKind>> = {
  taken: 'escalation-taken',
  decided: 'escalation-decided',
  withdrawn: 'escalation-withdrawn',
};

const noticesOf = (step: EscalationStep, { tell, kind }: NewStep, telling: Telling, context: EscalationContext) => {
  const filers = filersOf(telling.familyCase, telling.after).map(keyOf);
  const told = new Set<string>();
  return tell
    .flatMap((audience) => audienceOf(audience, telling))
    .filter((to) => {
      const key = keyOf(to);
      const answered = to.kind === 'address' ? to.key === telling.answeredAt : to.id === telling.answeredAt;
      if (answered || told.has(key)) return false;
      told.add(key);
      return true;
    })
    .map((to): NewNotice => {
      const news = filers.includes(keyOf(to)) ? ('escalation-news' as const) : ('escalation-due' as const);
      const noticeKind = ownKind[kind] ?? news;
      const { now } = context;
      return {
        id: context.newId(),
        noticeKind,
        escalationId: telling.after.id,
        to,
        cardRef: null,
        stepId: step.id,
        now,
      };
    })
    .map(newNotice);
};

/** The steps, the notices and the audit lines of a draft, in its case. `before` is what was stored. */
export const written = (
  before: Escalation,
  draft: Draft,
  context: EscalationContext,
  answeredAt?: string,
): { readonly familyCase: FamilyCase; readonly escalation: Escalation } => {
  const at = context.now.toISOString();
  const { owner, due } = draft.escalation;
  const steps = draft.steps.map(
    ({ kind, by, reason, day, about }): EscalationStep => ({
      id: context.newId(),
      kind,
      at,
      by,
      reason: reason ?? null,
      day: day ?? null,
      about: about ?? null,
      owner,
      due,
    }),
  );
  const escalation: Escalation = { ...draft.escalation, steps: [...draft.escalation.steps, ...steps] };
  const telling: Telling = { familyCase: draft.familyCase, before, after: escalation, answeredAt };
  const notices = steps.flatMap((step, place) => {
    const made = draft.steps[place];
    return made === undefined ? [] : noticesOf(step, made, telling, context);
  });
  const lines = draft.steps.map(({ kind, by }) =>
    auditLine({ now: context.now, event: `escalation-${kind}`, actor: actorOf(by), subject: escalation.id }),
  );
  const familyCase: FamilyCase = {
    ...withEscalation(draft.familyCase, escalation),
    notices: [...draft.familyCase.notices, ...notices],
    audit: [...draft.familyCase.audit, ...lines],
  };
  return { familyCase, escalation };
};
