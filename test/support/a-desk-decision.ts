/** What an officer fills in to decide and to close, and a desk on which it was decided. */
import { aDeskTalk } from './a-desk-talk.ts';

export const reason = 'De afspraak met de ouder gaat voor.';
export const decision = { verdict: 'granted', reason, effectiveOn: '2026-12-01' };
export const order = {
  orderTo: 'Jeugdhulp Plus',
  orderWhat: 'Een regisseur leveren',
  orderBasis: 'Contract artikel 4',
  orderDue: '2026-12-08',
};
export const lesson = {
  cameAcross: 'Alsof niemand luisterde.',
  why: 'Niemand voelde zich eigenaar.',
  changes: 'Een naam bij elk verzoek.',
};
export const decidedBy = async () => {
  const desk = await aDeskTalk();
  await desk.fills('decide-order', { ...decision, ...order });
  return desk;
};
