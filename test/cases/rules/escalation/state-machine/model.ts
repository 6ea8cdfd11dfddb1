/** What the phase of an escalation may become, told without the rules that are tested. */
import type { Author } from '../../../../../cases/index.ts';
import type { EscalationCommand } from '../../../../../cases/rules/escalation.ts';
import { filersIn, standingFilings } from '../../../../../cases/rules/escalation/filings.ts';
import { dayIn, type Phase, phaseOf, type World } from './world.ts';

/** What may follow, in the words of the model alone. */
export const expected = (world: World, command: EscalationCommand): Phase => {
  const { phase } = world.model;
  if (
    command.kind === 'officer' &&
    'escalationId' in command.target &&
    command.target.escalationId !== world.escalation.id
  )
    return phase;
  // What comes back then goes on in the other one.
  const otherIsOpen = world.others.some((one) => phaseOf(one) === 'open');
  const { proposals, orders, callBacks, complaints, helped } = world.escalation;
  const obstacles =
    proposals.some(({ answer }) => answer === null) ||
    orders.some(({ done }) => done === null) ||
    callBacks.some(({ done, by }) => done === null && !tookBack(world, by)) ||
    complaints.some(({ answered }) => answered === null);
  if (command.kind === 'withdraw') {
    const others = standingFilings(world.escalation).some(({ id }) => id !== world.escalation.id);
    return phase === 'open' && !others ? 'withdrawn' : phase;
  }
  if (command.kind === 'react') {
    const again = command.action.kind === 'helped' && command.action.answer === 'sent-on';
    const asked = helped !== null && helped.answer?.kind !== 'helped' && helped.answer?.kind !== 'sent-on';
    return again && asked && !otherIsOpen && (phase === 'decided' || phase === 'closed') ? 'open' : phase;
  }
  if (command.kind !== 'officer' || filersIn(world.escalation).includes(command.by.id)) return phase;
  const { action } = command;
  if (action.kind === 'decide') {
    const bare = action.verdict === 'refused' && action.blocker === 'law';
    const named = action.regisseur !== undefined && action.regisseur !== null;
    const unasked = named && action.replaces !== true && somebodyLeads(world);
    return phase === 'open' && !bare && !unasked ? 'decided' : phase;
  }
  if (action.kind === 'close') {
    const whole = action.lesson.why !== '';
    return phase === 'decided' && !obstacles && !isToBegin(world) && whole ? 'closed' : phase;
  }
  const comesBack = action.kind === 'reopen' && (phase === 'decided' || phase === 'closed');
  return comesBack && !otherIsOpen ? 'open' : phase;
};

/** A yes that went on in another escalation is not waited for. */
const isToBegin = (world: World): boolean => {
  const { state, steps } = world.escalation;
  if (state.kind !== 'decided' || state.decision.verdict !== 'granted') return false;
  const last = (kind: 'went-on' | 'decided' | 'ordered') => steps.findLastIndex((step) => step.kind === kind);
  const wentOn = last('went-on') > last('decided') && last('went-on') > last('ordered');
  return !wentOn && state.decision.effectiveOn > dayIn(world, 0);
};

const somebodyLeads = (world: World): boolean =>
  world.disk.regisseurs.some(({ until }) => until === null || until > dayIn(world, 0));

/** Who took the own question back, is not called about it any more. */
const tookBack = ({ escalation }: World, by: Author | undefined): boolean => {
  const filing = by?.kind === 'parent' ? (by.filing ?? escalation.id) : undefined;
  return filing !== undefined && !standingFilings(escalation).some(({ id }) => id === filing);
};
