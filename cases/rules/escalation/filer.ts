/** What whoever asked can add at every change: a word, a correction, a proposal, an answer, a complaint. */
import type { Author, Complaint, Escalation, FamilyCase, JoinedFiling } from '../../model.ts';
import { invalid, longestLine, longestWords, problemOfOptional, problemOfText } from '../fields.ts';
import type { Refusal } from '../refusal.ts';
import { addDays, addWerkdagen, localDay } from '../werkdagen.ts';
import type { FilerAction } from './actions.ts';
import { isThere } from './answers.ts';
import { type EscalationContext, termsOf } from './context.ts';
import type { Drafted } from './desk.ts';
import { filingOf, withReadingOf } from './filings.ts';
import { openAgain } from './open-again.ts';
import { proposalOf } from './proposal.ts';
import { actorOf, bySystem, type NewStep } from './step.ts';
import { keptWords, tidy } from './words.ts';

export interface Asking {
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
  readonly by: Author;
  readonly context: EscalationContext;
}

type Of<Kind extends FilerAction['kind']> = Extract<FilerAction, { kind: Kind }>;

const mostStatements = 20;

const step = ({ by }: Asking, rest: Omit<NewStep, 'by' | 'tell'>): NewStep => ({ ...rest, by, tell: ['owner'] });

const drafted = (asking: Asking, change: Partial<Escalation>, rest: Omit<NewStep, 'by' | 'tell'>): Drafted => ({
  familyCase: asking.familyCase,
  escalation: { ...asking.escalation, ...change },
  steps: [step(asking, rest)],
});

const comment = (asking: Asking, { about, text }: Of<'comment'>): Drafted => {
  const { escalation, by, context } = asking;
  const problem = invalid({
    about: isThere(escalation, about) ? undefined : 'unknown',
    text: problemOfText(text, longestWords),
  });
  if (problem !== undefined) return problem;
  const made = { id: context.newId(), about, by, words: keptWords(text, context) };
  return drafted(asking, { comments: [...escalation.comments, made] }, { kind: 'commented', about: made.id });
};

/** Only who it is about can say that a summary is right. */
const ofParent = ({ by, escalation }: Asking): JoinedFiling | Refusal => {
  const filing = by.kind === 'parent' ? filingOf(escalation, by) : undefined;
  if (filing === undefined) return { kind: 'not-allowed' };
  const { summary, reading } = filing;
  return summary === null || reading?.answer?.kind === 'confirmed' ? { kind: 'not-open' } : filing;
};

const readingOf = ({ reading, filedBy, ownWords }: JoinedFiling) => {
  if (reading !== null) return reading;
  const { kind, id, name } = filedBy;
  const staff = kind === 'worker' || kind === 'officer';
  const by: Author = staff && id !== null ? { kind, id, name: name ?? id } : { kind: 'system' };
  return { by, at: ownWords.writtenAt, answer: null };
};

const confirm = (asking: Asking): Drafted => {
  const filing = ofParent(asking);
  if ('kind' in filing) return filing;
  const { escalation, context } = asking;
  const answer = { kind: 'confirmed', at: context.now.toISOString() } as const;
  const change = withReadingOf(escalation, filing, { ...readingOf(filing), answer });
  return drafted(asking, change, { kind: 'summary-confirmed' });
};

const correct = (asking: Asking, { text }: Of<'correct-summary'>): Drafted => {
  const filing = ofParent(asking);
  if ('kind' in filing) return filing;
  const problem = invalid({ text: problemOfText(text, longestWords) });
  if (problem !== undefined) return problem;
  const { escalation, context } = asking;
  const answer = { kind: 'corrected', words: keptWords(text, context) } as const;
  const change = withReadingOf(escalation, filing, { ...readingOf(filing), answer });
  return drafted(asking, change, { kind: 'summary-corrected' });
};

/** Also after a decision: it is answered before the escalation can be closed. */
const propose = (asking: Asking, { subject, who, text }: Of<'propose'>): Drafted => {
  const { escalation, by, context } = asking;
  const { closing, state } = escalation;
  if (closing !== null) return { kind: 'already-closed', closing, escalation };
  const takenBack = state.kind === 'withdrawn' ? state : filingOf(escalation, by)?.withdrawn;
  if (takenBack) return { kind: 'already-withdrawn', at: takenBack.at, escalation };
  const problem = invalid({ who: problemOfOptional(who, longestLine), text: problemOfText(text, longestWords) });
  if (problem !== undefined) return problem;
  const made = proposalOf({ subject, who, text }, by, context);
  return drafted(
    asking,
    { proposals: [...escalation.proposals, made] },
    { kind: 'proposed', about: made.id, reason: made.who },
  );
};

const giveMore = (asking: Asking, { questionId, text }: Of<'give-more'>): Drafted => {
  const { escalation, by, context } = asking;
  const asked = escalation.questions.find(({ id }) => id === questionId);
  if (asked?.answer !== null) return { kind: 'not-open' };
  const problem = invalid({ text: problemOfText(text, longestWords) });
  if (problem !== undefined) return problem;
  const answer = { words: keptWords(text, context), by };
  const questions = escalation.questions.map((one) => (one.id === questionId ? { ...one, answer } : one));
  return drafted(asking, { questions }, { kind: 'more-given', about: questionId });
};

const isSame = (one: Author | undefined, other: Author): boolean => {
  if (one?.kind === 'parent' && other.kind === 'parent') return one.filing === other.filing;
  return one === undefined || actorOf(one) === actorOf(other);
};

/** Whoever asks is called at the number that was given; the same number again is the same request. */
const askCallBack = (asking: Asking, { reach }: Of<'ask-call-back'>): Drafted => {
  const { escalation, by, context } = asking;
  const problem = invalid({ reach: problemOfText(reach, longestLine) });
  if (problem !== undefined) return problem;
  if (escalation.callBacks.some((one) => one.done === null && one.reach === tidy(reach) && isSame(one.by, by)))
    return undefined;
  const { now, settings } = context;
  const due = addWerkdagen(localDay(now), termsOf(settings).callBackWithinWerkdagen, settings.holidays);
  const promise = {
    id: context.newId(),
    reach: tidy(reach),
    by,
    askedAt: now.toISOString(),
    due,
    nextDue: due,
    owner: escalation.owner,
    missed: [],
    done: null,
  };
  return drafted(
    asking,
    { callBacks: [...escalation.callBacks, promise] },
    { kind: 'call-back-promised', day: due, about: promise.id },
  );
};

/** Who was sent on is back on the desk at once: nobody is sent from pillar to post twice. */
const helped = (asking: Asking, { answer: kind, text }: Of<'helped'>): Drafted => {
  const { escalation, context } = asking;
  const { helped: asked, state } = escalation;
  if (state.kind !== 'decided' || asked === null || asked.answer?.kind === 'helped') return { kind: 'not-open' };
  if (asked.answer?.kind === kind) return undefined;
  const problem = invalid({ text: problemOfOptional(text, longestWords) });
  if (problem !== undefined) return problem;
  const at = context.now.toISOString();
  const said = text === null || text.trim() === '' ? null : keptWords(text, context);
  const answer = { kind, words: said, at };
  const answered = { ...escalation, helped: { ...asked, askedAt: asked.askedAt ?? at, answer } };
  if (kind !== 'sent-on')
    return drafted(asking, answered, {
      kind: kind === 'helped' ? 'helped' : 'not-yet-helped',
      reason: said?.text ?? null,
    });
  const opened = { by: bySystem, reason: said?.text ?? '', told: false };
  const again = openAgain(asking.familyCase, answered, opened, context);
  return { ...again, steps: [step(asking, { kind: 'sent-on', reason: said?.text ?? null }), ...again.steps] };
};

const complain = (asking: Asking, { statements }: Of<'complain'>): Drafted => {
  const { escalation, by, context } = asking;
  const said = statements.filter((one) => one.trim() !== '');
  const problem = invalid({
    statements:
      said.length === 0
        ? 'missing'
        : said.length > mostStatements || said.some((one) => one.length > longestWords)
          ? 'too-long'
          : undefined,
  });
  if (problem !== undefined) return problem;
  const { now, settings } = context;
  const due = addDays(localDay(now), termsOf(settings).complaintWithinDays);
  const complaint: Complaint = {
    id: context.newId(),
    at: now.toISOString(),
    by,
    due,
    nextDue: due,
    owner: escalation.owner,
    missed: [],
    statements: said.map((one) => ({ id: context.newId(), words: keptWords(one, context), answer: null })),
    answered: null,
  };
  return drafted(
    asking,
    { complaints: [...escalation.complaints, complaint] },
    { kind: 'complained', day: due, about: complaint.id },
  );
};

export const react = (asking: Asking, action: FilerAction): Drafted => {
  switch (action.kind) {
    case 'comment':
      return comment(asking, action);
    case 'confirm-summary':
      return confirm(asking);
    case 'correct-summary':
      return correct(asking, action);
    case 'propose':
      return propose(asking, action);
    case 'give-more':
      return giveMore(asking, action);
    case 'ask-call-back':
      return askCallBack(asking, action);
    case 'helped':
      return helped(asking, action);
    case 'complain':
      return complain(asking, action);
  }
};
