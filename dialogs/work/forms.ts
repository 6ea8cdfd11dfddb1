/** A form about a family: shown, filled in, written down. Wrong input comes back with all its faults and all that was typed. */
import {
  type Attempt,
  firstAttempt,
  notToRetell,
  promiseChosen,
  recordedCard,
  refusedReferral,
  type WorkForm,
  workFormCard,
  wordsOf,
} from '../../cards/index.ts';
import { type CaseEntry, type Recorded, recordedBefore, type Refusal } from '../../cases/index.ts';
import { dangerNow } from '../crisis.ts';
import { wasOpenLong } from '../handed-out.ts';
import { refusalReplies } from '../refusals.ts';
import type { Submit } from '../submits/submit.ts';
import type { Outcome } from '../types.ts';
import { attemptOf } from './attempt.ts';
import { type About, contextOf, looking, onFamily, shown, shownAnew, today } from './family.ts';

export function showForm(form: WorkForm, about: About): Outcome {
  const words = wordsOf(about.deps.knowledge);
  const { label, familyCase } = about.family;
  const known = form.name === 'handover' ? notToRetell(familyCase, words) : [];
  const attempt = opened(about);
  return shown(about, (cardRef) =>
    workFormCard({ form, view: { ...contextOf(about, attempt), cardRef, label }, known }, words),
  );
}

/** A form without a field for words leaves them out. */
function opened({ family, promiseId, said }: About): Attempt {
  if (promiseId !== undefined) return promiseChosen(family.familyCase, promiseId);
  return said === undefined ? firstAttempt : { ...firstAttempt, typed: { words: said } };
}

/** The card is the command: pressed twice, it is written down once. */
export function saveForm(form: WorkForm) {
  return (submit: Submit): Promise<Outcome> =>
    onFamily(submit, async (about, cardRef) => {
      const { deps, actor, family } = about;
      const commandId = `${form.name}:${cardRef}`;
      const attempt = attemptOf(submit.data, [], deps.knowledge);
      const read = form.read(submit.data, contextOf(about, attempt), wordsOf(deps.knowledge));
      const entry = read.kind === 'entry' ? read.entry : null;
      // What was written down stays so, also when a day in the form went by between the two presses.
      const before = recordedBefore(family.familyCase, commandId, looking(about));
      if (before !== undefined) return told(form, about, { cardRef, recorded: before, entry });
      if (wasOpenLong(cardRef, deps.now())) return anew(form, about, { cardRef, attempt });
      if (read.kind === 'wrong') return again(form, about, { cardRef, data: submit.data, wrong: read.fields });
      const outcome = await deps.cases.record(actor, family.caseId, read.entry, commandId);
      if (outcome.kind === 'recorded') return told(form, about, { cardRef, recorded: outcome, entry });
      return notWritten(form, about, { cardRef, data: submit.data, refusal: outcome });
    });
}

/** The same form under a reference of its own, with everything that was typed: to be sent again by who looked at it. */
function anew(
  form: WorkForm,
  about: About,
  { cardRef: place, attempt }: { readonly cardRef: string; readonly attempt: Attempt },
): Outcome {
  const words = wordsOf(about.deps.knowledge);
  const note = words('werk.stond-open');
  const view = { ...contextOf(about, attempt), label: about.family.label };
  return shownAnew(about, (cardRef) => workFormCard({ form, view: { ...view, cardRef }, note }, words), place);
}

interface Faulty {
  readonly cardRef: string;
  readonly data: unknown;
  readonly wrong: readonly string[];
  readonly refusal?: Extract<Refusal, { kind: 'referral-twice' | 'cannot-deliver' }>;
}

function again(form: WorkForm, about: About, { cardRef, data, wrong, refusal }: Faulty): Outcome {
  const { deps, family } = about;
  const words = wordsOf(deps.knowledge);
  const view = { ...contextOf(about, attemptOf(data, wrong, deps.knowledge)), cardRef, label: family.label };
  const refused = refusal === undefined ? [] : refusedReferral(refusal, words);
  return shown(about, () => workFormCard({ form, view, refused }, words), cardRef);
}

function notWritten(
  form: WorkForm,
  about: About,
  { cardRef, data, refusal }: Omit<Faulty, 'wrong' | 'refusal'> & { readonly refusal: Refusal },
): Outcome {
  const { deps, state } = about;
  switch (refusal.kind) {
    case 'invalid':
      return again(form, about, { cardRef, data, wrong: refusal.fields.map(({ field }) => field) });
    case 'referral-twice':
    case 'cannot-deliver':
      return again(form, about, { cardRef, data, wrong: [], refusal });
    default:
      return { state, replies: refusalReplies(refusal, cardRef, deps.knowledge) };
  }
}

function told(
  form: WorkForm,
  about: About,
  {
    cardRef,
    recorded,
    entry,
  }: { readonly cardRef: string; readonly recorded: Recorded; readonly entry: CaseEntry | null },
): Outcome {
  const { deps, family } = about;
  const { knowledge } = deps;
  const { regie } = knowledge.settings;
  const news = {
    cardRef,
    label: family.label,
    name: form.name,
    recorded,
    team: family.team,
    today: today(deps),
    answerDays: regie.vastgelopen.onbeantwoordNaDagen,
    planDays: regie.planBinnenDagen,
  };
  const make = () => recordedCard(news, wordsOf(knowledge));
  const outcome = shown(about, make, cardRef, 'vastgelegd.samenvatting');
  return tellsOfDanger(entry, about) ? { ...outcome, replies: [dangerNow(knowledge), ...outcome.replies] } : outcome;
}

/** Safety first: numbers, before anything about escalating. */
function tellsOfDanger(entry: CaseEntry | null, { deps }: About): boolean {
  if (entry === null) return false;
  if (entry.kind !== 'signals' && entry.kind !== 'request') return false;
  const level = entry.words === null ? null : deps.knowledge.crisisLevel(entry.words);
  const ticked = entry.kind === 'signals' && entry.codes.includes('safety-concern');
  return ticked || level === 'acuut' || level === 'crisis';
}
