/**
 * Who put an escalation on the desk. A family has one open card: who files while it is open joins it. Everybody's own words
 * stay as they were said, and everybody follows it with a code of their own.
 */
import type { Author, Escalation, JoinedFiling, Reading, StoredFiling } from '../../model.ts';

/** The fields that make a filing, apart from the escalation that it leads. */
const filingIn = ({
  filedBy,
  ownWords,
  summary,
  reading,
  answers,
  danger,
  onBehalf,
  followCodeHash,
  replyTo,
}: StoredFiling): StoredFiling => ({
  filedBy,
  ownWords,
  summary,
  reading,
  answers,
  ...(danger === undefined ? {} : { danger }),
  onBehalf,
  followCodeHash,
  replyTo,
});

const leading = (escalation: Escalation): JoinedFiling => ({
  ...filingIn(escalation),
  id: escalation.filingId ?? escalation.id,
  withdrawn: null,
});

/** The one that leads first, then the others in the order in which they came. */
export const filingsOf = (escalation: Escalation): readonly JoinedFiling[] => [
  leading(escalation),
  ...escalation.joined,
];

const isStanding = ({ withdrawn }: JoinedFiling): boolean => withdrawn === null;
const isSystem = ({ filedBy }: JoinedFiling): boolean => filedBy.kind === 'system';

/** Filings that nobody took back. */
export const standingFilings = (escalation: Escalation): readonly JoinedFiling[] =>
  filingsOf(escalation).filter(isStanding);

/** Actor ids of who filed, also of who took it back: none of them decides about it. */
export const filersIn = (escalation: Escalation): readonly string[] =>
  filingsOf(escalation).flatMap(({ filedBy: { id } }) => (id === null ? [] : [id]));

export const isFiler = (escalation: Escalation, actorId: string): boolean => filersIn(escalation).includes(actorId);

const ledBy = (escalation: Escalation, filing: JoinedFiling, joined: readonly JoinedFiling[]): Escalation => ({
  ...escalation,
  ...filingIn(filing),
  filingId: filing.id,
  joined,
});

/** A person leads before the stuck rules do; else who came first goes on leading. */
export const withFiling = (escalation: Escalation, filing: JoinedFiling): Escalation =>
  escalation.filedBy.kind === 'system' && filing.filedBy.kind !== 'system'
    ? ledBy(escalation, filing, filingsOf(escalation))
    : { ...escalation, joined: [...escalation.joined, filing] };

/** `undefined`: nobody else's filing is left, so with this one the whole escalation is taken back. */
export const withoutFiling = (
  escalation: Escalation,
  filingId: string,
  withdrawn: NonNullable<JoinedFiling['withdrawn']>,
): Escalation | undefined => {
  const all = filingsOf(escalation).map((one) => (one.id === filingId ? { ...one, withdrawn } : one));
  const [lead] = [...all].sort((one, other) => Number(isSystem(one)) - Number(isSystem(other))).filter(isStanding);
  return (
    lead &&
    ledBy(
      escalation,
      lead,
      all.filter((one) => one !== lead),
    )
  );
};

/** The filing of whoever acts; a colleague who filed more than once acts for the newest that stands. */
export const filingOf = (escalation: Escalation, by: Author): JoinedFiling | undefined => {
  if (by.kind === 'system') return standingFilings(escalation).find(isSystem);
  if (by.kind === 'parent') return filingsOf(escalation).find(({ id }) => id === (by.filing ?? escalation.id));
  const own = filingsOf(escalation).filter(({ filedBy }) => filedBy.id === by.id);
  return own.findLast(isStanding) ?? own.at(-1);
};

/** The same, with what its filer said of the summary. */
export const withReadingOf = (escalation: Escalation, { id }: JoinedFiling, reading: Reading): Escalation =>
  leading(escalation).id === id
    ? { ...escalation, reading }
    : { ...escalation, joined: escalation.joined.map((one) => (one.id === id ? { ...one, reading } : one)) };

/** Who holds the code with this hash, as the author of what is done with it. */
export const holderOf = (escalation: Escalation, followCodeHash: string): Author => {
  const filing = filingsOf(escalation).find((one) => one.followCodeHash === followCodeHash);
  return filing === undefined || filing.id === escalation.id
    ? { kind: 'parent' }
    : { kind: 'parent', filing: filing.id };
};

const without = <T extends { readonly id: string }>(all: readonly T[], kept: readonly T[]): readonly string[] =>
  all.filter((one) => !kept.includes(one)).map(({ id }) => id);

/** What others who filed said or were asked, and what was said about that, is not for this reader. */
const saidFor = (escalation: Escalation, filingId: string) => {
  const mine = (by: Author) => by.kind !== 'parent' || (by.filing ?? escalation.id) === filingId;
  const own = escalation.steps.filter(({ by }) => mine(by));
  const notOwn = without(escalation.steps, own);
  const comments = escalation.comments.filter(({ by, about }) => mine(by) && !notOwn.includes(about));
  const proposals = escalation.proposals.filter(({ by }) => mine(by));
  const complaints = escalation.complaints.filter(({ by }) => mine(by));
  const questions = escalation.questions.filter(({ answer }) => answer === null || mine(answer.by));
  const callBacks = escalation.callBacks.filter(({ by }) => by === undefined || mine(by));
  const hidden = [
    ...without(escalation.comments, comments),
    ...without(escalation.proposals, proposals),
    ...without(escalation.complaints, complaints),
    ...without(escalation.questions, questions),
    ...without(escalation.callBacks, callBacks),
  ];
  const steps = own.filter(({ about }) => about === null || !hidden.includes(about));
  return { comments, proposals, complaints, questions, callBacks, steps };
};

/** The escalation as who filed this may read it, with the own words in front. Of one with a single filing that is all of it. */
export const asSeenBy = (escalation: Escalation, filing: JoinedFiling | undefined): Escalation => {
  if (filing === undefined || escalation.joined.length === 0) return escalation;
  const { withdrawn } = filing;
  return {
    ...ledBy(escalation, filing, []),
    ...saidFor(escalation, filing.id),
    state: withdrawn === null ? escalation.state : { kind: 'withdrawn', ...withdrawn },
  };
};
