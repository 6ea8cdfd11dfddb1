/** The action that a verb stands for: numbers pick among what the escalation holds. */
import type { FilerAction, OfficerAction } from '../../../../../cases/rules/escalation/actions.ts';
import { aLesson, anOrder, aRegisseurInput } from '../../../../support/a-desk.ts';
import type { OfficerVerb, ParentVerb } from './happenings.ts';
import { dayIn, people, picked, type World } from './world.ts';

export const officerAction = (world: World, what: OfficerVerb, pick: number): OfficerAction => {
  const { orders, proposals, callBacks, complaints } = world.escalation;
  const reason = 'Een goede reden.';
  const effectiveOn = dayIn(world, pick % 20);
  const order = { ...anOrder, due: dayIn(world, pick % 15) };
  const today = dayIn(world, 0);
  switch (what) {
    case 'take':
      return { kind: 'take' };
    case 'take-over':
      return { kind: 'take-over', reason };
    case 'hand-over':
      return { kind: 'hand-over', to: picked(people, pick)?.id ?? '', reason };
    case 'ask-more':
      return { kind: 'ask-more', question: 'Wat is er gevraagd?', of: { kind: 'parent' }, due: dayIn(world, pick % 9) };
    case 'grant':
      return {
        kind: 'decide',
        verdict: 'granted',
        reason,
        effectiveOn,
        regisseur: pick % 2 === 0 ? aRegisseurInput : null,
        replaces: pick % 4 === 0,
      };
    case 'grant-with-order':
      return { kind: 'decide', verdict: 'granted', reason, effectiveOn, order };
    case 'refuse':
      return { kind: 'decide', verdict: 'refused', reason, effectiveOn, rule: 'De verordening', maatwerk: true };
    case 'refuse-bare':
      return { kind: 'decide', verdict: 'refused', reason, effectiveOn, blocker: 'law' };
    case 'elsewhere':
      return { kind: 'decide', verdict: 'elsewhere', reason, effectiveOn, to: 'Het wijkteam' };
    case 'order':
      return { kind: 'order', order };
    case 'carried-out':
      return { kind: 'order-carried-out', orderId: picked(orders, pick)?.id ?? '', on: today };
    case 'answer-proposal':
      return { kind: 'answer-proposal', proposalId: picked(proposals, pick)?.id ?? '', verdict: 'granted', reason };
    case 'call-done':
      return { kind: 'call-back-done', callBackId: picked(callBacks, pick)?.id ?? '', on: today };
    case 'answer-complaint': {
      const complaint = picked(complaints, pick);
      const statements = (complaint?.statements ?? []).map(({ id }) => ({
        ...{ id, finding: 'cannot-say' as const, reason, facts: [] },
      }));
      return { kind: 'answer-complaint', complaintId: complaint?.id ?? '', statements, lesson: aLesson };
    }
    case 'close':
      return { kind: 'close', lesson: aLesson };
    case 'close-without-lesson':
      return { kind: 'close', lesson: { ...aLesson, why: '' } };
    case 'reopen':
      return { kind: 'reopen', reason };
  }
};

export const parentAction = (world: World, what: Exclude<ParentVerb, 'withdraw'>, pick: number): FilerAction => {
  const { steps, questions } = world.escalation;
  switch (what) {
    case 'comment':
      return { kind: 'comment', about: picked(steps, pick)?.id ?? 'own-words', text: 'Dat klopt niet.' };
    case 'propose':
      return { kind: 'propose', subject: 'regisseur', who: 'Rik Regie', text: 'Laat Rik het doen.' };
    case 'call-back':
      return { kind: 'ask-call-back', reach: 'Bel mij na vier uur.' };
    case 'sent-on':
    case 'helped':
      return { kind: 'helped', answer: what, text: null };
    case 'complain':
      return { kind: 'complain', statements: ['Er is niet geluisterd.'] };
    case 'give-more':
      return { kind: 'give-more', questionId: picked(questions, pick)?.id ?? '', text: 'Dit is er gevraagd.' };
  }
};
