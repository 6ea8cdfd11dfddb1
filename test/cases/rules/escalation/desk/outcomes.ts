/** The decision that the tests of the desk give, and the words for what was wrong with one. */

export const decision = {
  kind: 'decide',
  verdict: 'granted',
  reason: 'Er komt een regisseur.',
  effectiveOn: '2026-11-23',
} as const;

export const problemsIn = (outcome: { readonly kind: string }) =>
  'fields' in outcome && Array.isArray(outcome.fields)
    ? outcome.fields.map(({ field, problem }) => `${field} ${problem}`)
    : outcome.kind;
