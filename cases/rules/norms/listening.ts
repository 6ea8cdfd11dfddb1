/** Luisteren naar de burger: N1 to N7. */
import type { OwnWords } from '../../model.ts';
import { isOpen } from '../escalation/due.ts';
import { filingsOf } from '../escalation/filings.ts';
import { localDay } from '../werkdagen.ts';
import { evidence, finding, type NormFinding, type NormInput, unlessAgainst } from './finding.ts';

type Norm = (input: NormInput) => NormFinding;

const dayOf = (instant: string): string => localDay(new Date(instant));

/** Everything that somebody said, wherever it is kept. */
const wordsIn = ({
  familyCase,
  escalation,
}: NormInput): readonly { readonly ref: string; readonly words: OwnWords }[] => [
  ...filingsOf(escalation)
    .filter(({ ownWords }) => ownWords.text !== '')
    .map(({ id, ownWords }) => ({ ref: id, words: ownWords })),
  ...[...escalation.comments, ...escalation.proposals].map(({ id, words }) => ({ ref: id, words })),
  ...escalation.complaints.flatMap(({ statements }) => statements.map(({ id, words }) => ({ ref: id, words }))),
  ...familyCase.requests.map(({ id, words }) => ({ ref: id, words })),
];

/** The own words are kept to the letter: the hash of what stands there is the hash of what was entered. */
const n1: Norm = (input) => {
  const said = wordsIn(input);
  const changed = said.filter(({ words }) => input.sha256(words.text) !== words.sha256);
  const against = changed.map(({ ref, words }) => evidence('words-changed', { ref, on: dayOf(words.writtenAt) }));
  if (said.length === 0) return finding('N1', 'unknown', evidence('no-words'));
  return unlessAgainst('N1', against, finding('N1', 'yes', evidence('words-unchanged', { count: said.length })));
};

/** The interpretation stands apart, and the parent confirmed or corrected it. */
const n2: Norm = ({ escalation: { summary, reading } }) => {
  if (summary === null) return finding('N2', 'yes', evidence('no-interpretation'));
  if (reading === null) return finding('N2', 'unknown', evidence('author-not-kept'));
  const { answer, at } = reading;
  if (answer === null) return finding('N2', 'no', evidence('not-put-to-parent', { on: dayOf(at) }));
  return answer.kind === 'confirmed'
    ? finding('N2', 'yes', evidence('confirmed-by-parent', { on: dayOf(answer.at) }))
    : finding('N2', 'yes', evidence('corrected-by-parent', { on: dayOf(answer.words.writtenAt) }));
};

/** What was asked is answered. */
const n3: Norm = ({ familyCase, escalation }) => {
  const silent = familyCase.requests.filter(({ answers, endedOn }) => answers.length === 0 && endedOn === null);
  const proposals = escalation.proposals.filter(({ answer }) => answer === null);
  const open = [
    ...silent.map(({ id, on }) => evidence('request-unanswered', { ref: id, on })),
    ...proposals.map(({ id, words }) => evidence('proposal-unanswered', { ref: id, on: dayOf(words.writtenAt) })),
  ];
  if (isOpen(escalation))
    return finding('N3', open.length > 0 && escalation.level > 0 ? 'no' : 'unknown', evidence('not-decided'), ...open);
  const { state } = escalation;
  const decided =
    state.kind === 'decided'
      ? evidence('decided-with-reason', { on: dayOf(state.decision.at), ref: escalation.id })
      : evidence('withdrawn-by-filer');
  return unlessAgainst('N3', open, finding('N3', 'yes', decided));
};

/** What was not said was looked for: safety, and all leefgebieden. */
const n4: Norm = ({ familyCase, escalation }) => {
  const safety = evidence(escalation.answers.harm === 'unknown' ? 'safety-skipped' : 'safety-answered');
  if (familyCase.family.kind === 'unmatched') return finding('N4', 'unknown', safety, evidence('family-not-known'));
  const looks = familyCase.lifeDomains;
  return looks.length === 0
    ? finding('N4', 'no', safety, evidence('domains-not-looked-at'))
    : finding(
        'N4',
        'yes',
        safety,
        evidence('domains-looked-at', { count: new Set(looks.map((one) => one.domain)).size }),
      );
};

/** The second time counts: a repeated request went to the desk, and was not closed as the same as before. */
const n5: Norm = ({ familyCase, escalation }) => {
  const { findings, stops } = familyCase.stuck;
  const repeated = findings.filter(({ rule }) => rule === 'K3');
  const stopped = repeated.filter(({ key }) => stops.some((stop) => stop.key === key));
  const against = stopped.map(({ key, on }) => evidence('repetition-stopped', { ref: key, on }));
  const raised = repeated.map(({ key, on, count }) => evidence('repetition-raised', { ref: key, on, count }));
  const again = escalation.earlier.map(({ reopenedAt }) => evidence('opened-again', { on: dayOf(reopenedAt) }));
  const none = raised.length + again.length === 0 ? [evidence('no-repetition')] : [];
  return unlessAgainst('N5', against, finding('N5', 'yes', ...raised, ...again, ...none));
};

/** At every change the parent could react. */
const n6: Norm = ({ escalation: { steps, comments, filedBy } }) => {
  if (steps.length === 0) return finding('N6', 'unknown', evidence('steps-not-kept'));
  if (filedBy.kind === 'system') return finding('N6', 'no', evidence('no-follow-code', { count: steps.length }));
  const reactions = comments.filter(({ by }) => by.kind === 'parent').length;
  return finding(
    'N6',
    'yes',
    evidence('could-react', { count: steps.length }),
    evidence('reactions', { count: reactions }),
  );
};

/** Nobody was sent on alone: each referral has an outcome, and one that failed was followed up. */
const n7: Norm = ({ familyCase, escalation, today }) => {
  const { referrals } = familyCase;
  const helped = escalation.helped;
  const left = referrals.filter(({ outcome }) => outcome.kind === 'sent');
  const failed = referrals.filter(
    ({ outcome, on }) =>
      outcome.kind !== 'sent' &&
      outcome.kind !== 'done' &&
      !referrals.some((later) => later.on > on) &&
      escalation.state.kind !== 'decided',
  );
  const against = [
    ...left.map(({ id, on }) => evidence('referral-without-outcome', { ref: id, on })),
    ...failed.map(({ id, on }) => evidence('referral-failed', { ref: id, on })),
  ];
  if (against.length > 0) return finding('N7', 'no', ...against);
  if (helped !== null && helped.answer === null)
    return finding(
      'N7',
      'unknown',
      evidence(helped.askOn > today ? 'not-asked-yet' : 'not-answered-yet', { on: helped.askOn }),
    );
  const count = referrals.length;
  const answer = helped?.answer ?? null;
  const said = answer === null ? [] : [evidence(`parent-says-${answer.kind}`, { on: dayOf(answer.at) })];
  return finding('N7', 'yes', evidence(count === 0 ? 'no-referrals' : 'referrals-followed', { count }), ...said);
};

export const listening: readonly Norm[] = [n1, n2, n3, n4, n5, n6, n7];
