/** Forms of the desk that come too late: what is stored, typed, done meanwhile, and heard of it. */
import type { Escalation, OfficerAction } from '../../cases/index.ts';
import { decision, lesson, order, reason } from './a-desk-decision.ts';
import { textOf } from './a-knowledge.ts';
import { officer1, officer2, worker1 } from './case-world.ts';

export const typed = 'Dit typte ik een half uur lang.';
export const writtenAt = '2026-11-22T09:00:00.000Z';
const said = { text: 'Zij kent ons.', sha256: 'h', writtenAt };

const proposals: Escalation['proposals'] = [
  { id: 'proposal-1', subject: 'regisseur', who: 'Mevrouw Bakker', words: said, by: { kind: 'parent' }, answer: null },
];
const questions: Escalation['questions'] = [
  {
    id: 'question-1',
    question: 'Wie belde?',
    of: { kind: 'worker', id: worker1.id },
    by: { id: officer1.id, name: officer1.name },
    at: writtenAt,
    due: '2026-11-27',
    answer: null,
    missedOn: null,
  },
];
const orders: Escalation['orders'] = [
  {
    id: 'order-1',
    to: order.orderTo,
    what: order.orderWhat,
    basis: order.orderBasis,
    by: { id: officer1.id, name: officer1.name },
    at: writtenAt,
    due: order.orderDue,
    nextDue: order.orderDue,
    owner: officer1.id,
    blocker: null,
    missed: [],
    done: null,
  },
];
const decided = {
  kind: 'decided',
  decision: {
    verdict: 'granted',
    reason,
    effectiveOn: '2026-11-23',
    by: { id: officer1.id, name: officer1.name },
    at: writtenAt,
  },
} as const satisfies Escalation['state'];

const { verdict, effectiveOn } = decision;
const decides: OfficerAction = { kind: 'decide', verdict: 'granted', reason, effectiveOn };
const reopens: OfficerAction = { kind: 'reopen', reason };
const gives: OfficerAction = {
  kind: 'order',
  order: { to: order.orderTo, what: order.orderWhat, basis: 'Contract', due: order.orderDue },
};
const closes: OfficerAction = { kind: 'close', lesson, told: { how: 'Gebeld', on: '2026-11-22' } };

export interface Late {
  readonly form: string;
  readonly stored: Partial<Escalation>;
  readonly fields: Readonly<Record<string, string>>;
  /** What a colleague does between the opening of the form and its press; `withdraws`: the parent takes it back. */
  readonly meanwhile: OfficerAction | 'withdraws';
  /** What is said of who was first. */
  readonly heard: RegExp;
  readonly after?: string;
}

export const byOtto = (step: string) => new RegExp(`\\d{4}: ${textOf(`bureau.stap.${step}`)}, ${officer2.name}`);
const decidedByOtto = new RegExp(`Al besloten door ${officer2.name} op maandag 23 november 2026`);
const closedByOtto = new RegExp(`Al afgesloten door ${officer2.name} op maandag 23 november 2026`);
export const takenBack = /\d{4}: ingetrokken, de ouder/;

const asks = { question: typed, of: 'parent', outside: '', due: '2026-11-27' };
const orders2 = { ...order, orderWhat: typed };

export const lateForms: Readonly<Record<string, Late>> = {
  'a decision, decided by a colleague': {
    form: 'decide',
    stored: {},
    fields: { verdict, effectiveOn, reason: typed },
    meanwhile: decides,
    heard: decidedByOtto,
  },
  'a decision with an order, taken back by the parent': {
    form: 'decide-order',
    stored: {},
    fields: { ...decision, ...orders2 },
    meanwhile: 'withdraws',
    heard: takenBack,
  },
  'a decision that it is for others, decided by a colleague': {
    form: 'elsewhere',
    stored: {},
    fields: { to: 'Leerplicht', reason: typed, effectiveOn },
    meanwhile: decides,
    heard: decidedByOtto,
  },
  'a question, decided by a colleague': {
    form: 'ask-more',
    stored: {},
    fields: asks,
    meanwhile: decides,
    heard: decidedByOtto,
  },
  'a question with a fault in it, decided by a colleague': {
    form: 'ask-more',
    stored: {},
    fields: { ...asks, due: '2026-11-01' },
    meanwhile: decides,
    heard: decidedByOtto,
  },
  'an answer to a proposal, answered by a colleague': {
    form: 'proposal',
    stored: { proposals },
    fields: { proposalId: '#0', verdict, reason: typed },
    meanwhile: { kind: 'answer-proposal', proposalId: 'proposal-1', verdict: 'granted', reason },
    heard: byOtto('proposal-answered'),
  },
  'an answer to a proposal with a fault in it, answered by a colleague after the decision': {
    form: 'proposal',
    stored: { proposals, state: decided },
    fields: { proposalId: '#0', verdict: 'misschien', reason: typed },
    meanwhile: { kind: 'answer-proposal', proposalId: 'proposal-1', verdict: 'granted', reason },
    heard: byOtto('proposal-answered'),
  },
  'an answer to a proposal, taken back by the parent': {
    form: 'proposal',
    stored: { proposals },
    fields: { proposalId: '#0', verdict, reason: typed },
    meanwhile: 'withdraws',
    heard: takenBack,
  },
  'what came in by telephone, written down by a colleague': {
    form: 'more-received',
    stored: { questions },
    fields: { questionId: '#0', words: typed },
    meanwhile: { kind: 'more-received', questionId: 'question-1', words: 'Mevrouw Smit.' },
    heard: byOtto('more-given'),
  },
  'a regisseur, closed by a colleague': {
    form: 'regisseur',
    stored: { state: decided },
    fields: { name: typed, organisation: 'Team', canLead: 'yes', mandate: 'yes', match: 'yes', replaces: 'yes' },
    meanwhile: closes,
    heard: closedByOtto,
  },
  'an order, opened again by a colleague': {
    form: 'order',
    stored: { state: decided },
    fields: orders2,
    meanwhile: reopens,
    heard: byOtto('reopened'),
  },
  'an order with a fault in it, opened again by a colleague': {
    form: 'order',
    stored: { state: decided },
    fields: { ...orders2, orderDue: '2026-11-01' },
    meanwhile: reopens,
    heard: byOtto('reopened'),
  },
  'an order, closed by a colleague': {
    form: 'order',
    stored: { state: decided },
    fields: orders2,
    meanwhile: closes,
    heard: closedByOtto,
  },
  'the same order, given by a colleague': {
    form: 'order',
    stored: { state: decided },
    fields: { ...order, orderBasis: typed },
    meanwhile: gives,
    heard: byOtto('ordered'),
    after: 'bureau.voorbij.order',
  },
  'an order carried out, said before by a colleague': {
    form: 'order-done',
    stored: { state: decided, orders },
    fields: { orderId: '#0', on: '2026-11-23', note: typed },
    meanwhile: { kind: 'order-carried-out', orderId: 'order-1', on: '2026-11-23' },
    heard: byOtto('order-carried-out'),
  },
  'why an order is blocked, carried out meanwhile': {
    form: 'order-blocked',
    stored: { state: decided, orders },
    fields: { orderId: '#0', blocker: 'capacity', reason: typed },
    meanwhile: { kind: 'order-carried-out', orderId: 'order-1', on: '2026-11-23' },
    heard: byOtto('order-carried-out'),
  },
  'a lesson, closed by a colleague': {
    form: 'close',
    stored: { state: decided },
    fields: { ...lesson, why: typed },
    meanwhile: closes,
    heard: closedByOtto,
  },
  'a lesson, while a colleague gave an order': {
    form: 'close',
    stored: { state: decided },
    fields: { ...lesson, why: typed },
    meanwhile: gives,
    heard: byOtto('ordered'),
  },
  'a reason to open it again, opened again by a colleague': {
    form: 'reopen',
    stored: { state: decided },
    fields: { reason: typed },
    meanwhile: reopens,
    heard: byOtto('reopened'),
  },
  'a reason to hand over, taken over by a colleague': {
    form: 'hand-over',
    stored: {},
    fields: { to: '#0', reason: typed },
    meanwhile: { kind: 'take-over', reason },
    heard: byOtto('taken-over'),
  },
  'a reason to take over, taken by a colleague': {
    form: 'take-over',
    stored: { owner: 'officer-9' },
    fields: { reason: typed },
    meanwhile: { kind: 'take' },
    heard: byOtto('taken'),
  },
  'an explanation, explained by a colleague': {
    form: 'summarise',
    stored: {},
    fields: { text: typed },
    meanwhile: { kind: 'summarise', text: 'De ouder wil een naam.' },
    heard: byOtto('summarised'),
  },
  'a reaction, taken back by the parent': {
    form: 'comment',
    stored: {},
    fields: { about: '#0', text: typed },
    meanwhile: 'withdraws',
    heard: takenBack,
  },
};
