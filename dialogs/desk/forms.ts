/** A form of the desk: shown, filled in, carried out. Wrong input comes back with all its faults and all that was typed. */
import {
  decideForm,
  type DeskForm,
  deskSubmitSchema,
  faultOf,
  firstAttempt,
  openSubmitSchema,
  readDecision,
  typedValues,
  wordsOf,
} from '../../cards/index.ts';
import { type CardView, cannotClose, isFiler, localDay, type Refusal } from '../../cases/index.ts';
import { refusalReplies } from '../refusals.ts';
import type { Submit } from '../submits/submit.ts';
import type { Outcome, Reply } from '../types.ts';
import { type AtDesk, formReply, refused, shown, viewOf, whyNot } from './shown.ts';
import { isFirstByOthers, refusedTyped, tooLate, whyLate } from './too-late.ts';

export const unreadable = ({ deps, state }: Submit): Outcome => ({
  state,
  replies: refusalReplies({ kind: 'not-found' }, null, deps.knowledge),
});

export function showForm(form: DeskForm) {
  return async (submit: Submit): Promise<Outcome> => {
    const { deps, state, actor, data } = submit;
    const parsed = openSubmitSchema.safeParse(data);
    if (!parsed.success) return unreadable(submit);
    const at: AtDesk = { deps, actor, cardRef: parsed.data.cardRef };
    const view = await deps.cases.openCard(actor, at.cardRef);
    if (view.kind !== 'card') return { state, replies: await refused(at, view) };
    return { state, replies: await formOrWhyNot(form, at, view) };
  };
}

async function formOrWhyNot(form: DeskForm, at: AtDesk, view: CardView): Promise<readonly Reply[]> {
  const { escalation } = view;
  const obstacle = form.name === 'close' ? cannotClose(escalation, localDay(at.deps.now())) : undefined;
  if (obstacle !== undefined) return shown(at, view, whyNot(at, obstacle));
  if (!form.fits({ escalation, viewer: at.actor.id })) return notNow(at, view);
  return [await formReply(form, at, { view, attempt: firstAttempt })];
}

/** There is nothing (any more) to do this about: the card as it is now says so. */
async function notNow(at: AtDesk, view: CardView): Promise<readonly Reply[]> {
  const { escalation } = view;
  const { state } = escalation;
  if (isFiler(escalation, at.actor.id)) return refused(at, { kind: 'own-escalation' });
  if (state.kind === 'decided') return refused(at, { kind: 'already-decided', decision: state.decision, escalation });
  return shown(at, view, whyNot(at, { kind: 'not-open' }));
}

/** The showing of the form is the command: pressed twice, or sent again under another id, it is carried out once. */
export function saveForm(form: DeskForm) {
  return async (submit: Submit): Promise<Outcome> => {
    const { deps, state, actor, turn, data } = submit;
    const parsed = deskSubmitSchema.safeParse(data);
    if (!parsed.success) return unreadable(submit);
    const { cardRef, form: nonce } = parsed.data;
    const at: AtDesk = { deps, actor, cardRef };
    const view = await deps.cases.openCard(actor, cardRef);
    if (view.kind !== 'card') return { state, replies: await refusedTyped(at, view, data) };
    const commandId = nonce === undefined ? turn.commandId : `${form.name}:${cardRef}:${nonce}`;
    // What was chosen may be no choice any more because of the first press.
    if (view.familyCase.processed.some((one) => one.commandId === commandId))
      return told(form, submit, at, { done: view, nonce });
    if (await isOver(form, data, at, view))
      return { state, replies: await tooLate(at, view, { form, data, refusal: { kind: 'not-open' } }) };
    const read = form.read(data, await viewOf(at, view));
    if (read.kind === 'wrong') return again(form, submit, at, { view, nonce, wrong: read.fields });
    const done = await deps.cases.asOfficer(actor, { cardRef }, read.action, commandId);
    return told(form, submit, at, { done, nonce });
  };
}

/** Nothing is filled in yet: the button on the card itself. */
function asksForForm(data: unknown): boolean {
  const { cardRef, ...typed } = typedValues(data);
  return cardRef !== undefined && Object.keys(typed).length === 0;
}

/** Without a look at the card first: whoever may not decide is refused as one who tried to. */
export async function saveDecision(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, turn, data } = submit;
  if (asksForForm(data)) return showForm(decideForm)(submit);
  const parsed = deskSubmitSchema.safeParse(data);
  if (!parsed.success) return unreadable(submit);
  const { cardRef, form: nonce } = parsed.data;
  const at: AtDesk = { deps, actor, cardRef };
  const read = readDecision(data, localDay(deps.now()));
  if (read.kind === 'wrong') {
    const view = await deps.cases.openCard(actor, cardRef);
    if (view.kind !== 'card') return { state, replies: await refusedTyped(at, view, data) };
    return again(decideForm, submit, at, { view, nonce, wrong: read.fields });
  }
  const commandId = nonce === undefined ? turn.commandId : `${decideForm.name}:${cardRef}:${nonce}`;
  const done = await deps.cases.decide(actor, cardRef, read.input, commandId);
  return told(decideForm, submit, at, { done, nonce });
}

interface Wrong {
  readonly view: CardView;
  readonly nonce: string | undefined;
  readonly wrong: readonly string[];
  /** Words by which somebody can be known, by field. */
  readonly recognisable?: Readonly<Record<string, string>>;
}

async function again(
  form: DeskForm,
  { data, deps, state }: Submit,
  at: AtDesk,
  { view, nonce, wrong, recognisable = {} }: Wrong,
) {
  const { escalation } = view;
  const typed = typedValues(data);
  // Meanwhile it may have been decided by somebody else: then there is nothing to fill in.
  if (!form.fits({ escalation, viewer: at.actor.id }))
    return { state, replies: await tooLate(at, view, { form, data, refusal: whyLate(form, view, typed) }) };
  const words = wordsOf(deps.knowledge);
  const fault = (field: string) => {
    const woorden = recognisable[field];
    return woorden === undefined ? faultOf(field, words) : words('bureau.fout.herkenbaar', { woorden });
  };
  const errors = Object.fromEntries(wrong.map((field) => [field, fault(field)]));
  return { state, replies: [await formReply(form, at, { view, attempt: { typed, errors }, nonce })] };
}

/** Somebody else did it meanwhile. */
async function isOver(form: DeskForm, data: unknown, at: AtDesk, view: CardView): Promise<boolean> {
  return form.isOver({ ...(await viewOf(at, view)), attempt: { typed: typedValues(data), errors: {} } });
}

interface Done {
  readonly done: CardView | Refusal;
  readonly nonce: string | undefined;
}

async function told(form: DeskForm, submit: Submit, at: AtDesk, { done, nonce }: Done): Promise<Outcome> {
  const { deps, state, actor } = submit;
  if (done.kind === 'card') {
    const note = form.name === decideForm.name ? undefined : form.done(done, wordsOf(deps.knowledge));
    return { state, replies: await shown(at, done, note) };
  }
  const wrong = wrongFields(done);
  if (wrong === undefined && !isFirstByOthers(done))
    return { state, replies: await refusedTyped(at, done, submit.data) };
  const view = await deps.cases.openCard(actor, at.cardRef);
  if (view.kind !== 'card') return { state, replies: await refusedTyped(at, done, submit.data) };
  if (wrong === undefined)
    return { state, replies: await tooLate(at, view, { form, data: submit.data, refusal: done }) };
  return again(form, submit, at, { view, nonce, wrong, recognisable: recognisableWords(done) });
}

/** Fields that the rules found wrong, at the place where they can be mended. */
function wrongFields(refusal: Refusal): readonly string[] | undefined {
  if (refusal.kind === 'bare-refusal') return ['alternative'];
  return refusal.kind === 'invalid' ? refusal.fields.map(({ field }) => field) : undefined;
}

/** Letters, digits and what stands in an address only: a fault is shown where clients read Markdown. */
function recognisableWords(refusal: Refusal): Readonly<Record<string, string>> {
  if (refusal.kind !== 'invalid') return {};
  return Object.fromEntries(
    refusal.fields.flatMap(({ field, words = [] }) => {
      const plain = words.map((one) => `‘${one.replace(/[^\p{L}\p{M}\d @.+-]/gu, ' ').trim()}’`);
      return plain.length === 0 ? [] : [[field, plain.join(', ')]];
    }),
  );
}
