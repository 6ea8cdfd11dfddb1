/** Cards about a family that are no form: the gate, why it is stuck, aftercare, and everything that can be written down. */
import {
  aftercareCard,
  type Attempt,
  findingChosen,
  firstAttempt,
  gateFormCard,
  gateSubmitSchema,
  hasFollowCode,
  menuCard,
  onDeskOf,
  pushSubmitSchema,
  stopSubmitSchema,
  stuckCardCard,
  typedValues,
  verdictCard,
  wordsOf,
} from '../../cards/index.ts';
import { isOpen, type Recorded, type Refusal, stuckCardOf } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { filingIsClosed } from '../filing-gate.ts';
import { wasOpenLong } from '../handed-out.ts';
import { refusalReplies } from '../refusals.ts';
import type { Submit } from '../submits/submit.ts';
import type { Outcome } from '../types.ts';
import { attemptOf } from './attempt.ts';
import { type About, looking, onFamily, shown, shownAnew, today } from './family.ts';

export function showMenu(about: About): Outcome {
  return shown(about, (cardRef) => menuCard({ cardRef, ...about.family }, wordsOf(about.deps.knowledge)));
}

export function showAftercare(about: About): Outcome {
  const { deps, family } = about;
  const make = (cardRef: string) => aftercareCard({ cardRef, today: today(deps), ...family }, wordsOf(deps.knowledge));
  return shown(about, make, null, 'nazorg.samenvatting');
}

export function showGate(about: About, attempt: Attempt = firstAttempt, place: string | null = null): Outcome {
  return shown(about, gateForm(about, attempt), place);
}

function gateForm({ deps, family }: About, attempt: Attempt, note?: string) {
  const view = { label: family.label, today: today(deps), attempt, note };
  return (cardRef: string) => gateFormCard({ cardRef, ...view }, wordsOf(deps.knowledge));
}

/** The check with its evidence kept in the case, and shown as the verdict. */
export function saveGate(submit: Submit): Promise<Outcome> {
  return onFamily(submit, async (about, cardRef) => {
    const { deps, state, actor, family } = about;
    const { knowledge } = deps;
    const parsed = gateSubmitSchema(today(deps)).safeParse(submit.data);
    if (!parsed.success) return showGate(about, attemptOf(submit.data, ['contactOn'], knowledge), cardRef);
    const commandId = `gate:${cardRef}`;
    const known = family.familyCase.processed.some((one) => one.commandId === commandId);
    if (!known && wasOpenLong(cardRef, deps.now()))
      return shownAnew(
        about,
        gateForm(about, attemptOf(submit.data, [], knowledge), knowledge.text('werk.stond-open')),
        cardRef,
      );
    const done = await deps.cases.endFirstContact(actor, family.caseId, parsed.data.contactOn, commandId);
    if (done.kind === 'invalid') return showGate(about, attemptOf(submit.data, ['contactOn'], knowledge), cardRef);
    if (done.kind !== 'gate-checked') return { state, replies: refusalReplies(done, cardRef, knowledge) };
    const { familyCase, complete } = done;
    const verdict = {
      label: family.label,
      finding: complete.finding,
      familyCase,
      complete,
      lookedAt: deps.now(),
      planKinds: knowledge.settings.plannen.teltAlsPlan,
      fileRef: cardRef,
      onDesk: onDeskOf(familyCase, await deps.desk.officers(), actor.id),
      note: knowledge.text('poort.bewaard'),
    };
    return shown(about, () => verdictCard(verdict, wordsOf(knowledge)), cardRef, 'check.samenvatting');
  });
}

interface StuckShown {
  readonly place: string | null;
  readonly attempt: Attempt;
  readonly note?: string;
}

export function showStuck(
  about: About,
  { place, attempt, note }: StuckShown = { place: null, attempt: firstAttempt },
): Outcome {
  const { deps, family } = about;
  const { familyCase, label } = family;
  const day = today(deps);
  const card = stuckCardOf(familyCase, looking(about).settings, day);
  const make = (cardRef: string) =>
    stuckCardCard({ cardRef, label, familyCase, card, today: day, attempt, note }, wordsOf(deps.knowledge));
  return shown(about, make, place, 'stuk.samenvatting');
}

export function stopFinding(submit: Submit): Promise<Outcome> {
  return onFamily(submit, async (about, cardRef) => {
    const parsed = stopSubmitSchema.safeParse(submit.data);
    if (!parsed.success)
      return stuckAgain(
        submit,
        about,
        cardRef,
        parsed.error.issues.map(({ path: [field] }) => String(field)),
      );
    const { finding, reason } = parsed.data;
    const key = findingChosen(about.family.familyCase, finding)?.key;
    if (key === undefined) return stuckAgain(submit, about, cardRef, ['finding']);
    const { deps, actor, family } = about;
    const done = await deps.cases.stopFinding(actor, family.caseId, { key, reason }, `stop:${key}:${cardRef}`);
    return settled(submit, about, { cardRef, done, note: afterStop });
  });
}

export function pushFinding(submit: Submit): Promise<Outcome> {
  return onFamily(submit, async (about, cardRef) => {
    const parsed = pushSubmitSchema.safeParse(submit.data);
    const key = parsed.success ? findingChosen(about.family.familyCase, parsed.data.finding)?.key : undefined;
    if (key === undefined) return stuckAgain(submit, about, cardRef, ['finding']);
    const { deps, actor, family } = about;
    const done = await deps.cases.pushFinding(actor, family.caseId, key, `push:${key}:${cardRef}`);
    return settled(submit, about, { cardRef, done, note: afterPush });
  });
}

function afterStop({ familyCase }: Recorded): readonly string[] {
  return hasFollowCode(familyCase) ? ['stuk.is-gestopt'] : ['stuk.is-gestopt', 'stuk.stoppen.zonder-code'];
}

/** Where it lies now: the proposal is kept, also while nobody can get it. */
function afterPush({ familyCase }: Recorded, knowledge: Knowledge): readonly string[] {
  if (familyCase.escalations.some(isOpen)) return ['stuk.gelegd'];
  return [filingIsClosed(knowledge) ? 'stuk.gelegd.niet-klaar' : 'stuk.gelegd.niemand'];
}

interface Settled {
  readonly cardRef: string;
  readonly done: Recorded | Refusal;
  /** The keys of the sentences that say what was done. */
  readonly note: (done: Recorded, knowledge: Knowledge) => readonly string[];
}

function settled(submit: Submit, about: About, { cardRef, done, note }: Settled): Outcome {
  const { deps, state, family } = about;
  const { knowledge } = deps;
  if (done.kind === 'invalid')
    return stuckAgain(
      submit,
      about,
      cardRef,
      done.fields.map(({ field }) => field),
    );
  // Said on the card itself, which shows what became of it meanwhile.
  if (done.kind === 'finding-not-open') return settledBefore(submit, about, { cardRef, note: `weiger.${done.kind}` });
  if (done.kind !== 'recorded') return { state, replies: refusalReplies(done, cardRef, knowledge) };
  const now = { ...about, family: { ...family, familyCase: done.familyCase } };
  const said = note(done, knowledge)
    .map((key) => knowledge.text(key))
    .join(' ');
  return showStuck(now, { place: cardRef, attempt: firstAttempt, note: said });
}

/** Who stopped it stands at the finding; the reason that was typed meanwhile comes back. */
function settledBefore(
  { data }: Submit,
  about: About,
  { cardRef, note }: { readonly cardRef: string; readonly note: string },
): Outcome {
  const { reason = '' } = typedValues(data);
  const attempt: Attempt = { typed: { reason }, errors: {} };
  return showStuck(about, { place: cardRef, attempt, note: about.deps.knowledge.text(note) });
}

function stuckAgain({ data }: Submit, about: About, cardRef: string, wrong: readonly string[]): Outcome {
  return showStuck(about, { place: cardRef, attempt: attemptOf(data, wrong, about.deps.knowledge) });
}
