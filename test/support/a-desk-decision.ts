/** What an officer fills in to decide and to close, and a desk on which it was decided. */
import { aDeskTalk } from './a-desk-talk.ts';

export const reason = 'De afspraak met de ouder gaat voor.';
export const decision = { verdict: 'granted', reason, effectiveOn: '2026-11-23' };
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
/** Decided, as it is stored. */
export const decided = {
  kind: 'decided',
  decision: {
    verdict: 'granted',
    reason: 'Er komt een vaste regisseur.',
    effectiveOn: '2026-12-01',
    by: { id: 'officer-1', name: 'Olga' },
    at: '2026-11-22T12:00:00.000Z',
  },
} as const;
