/** Who promised something to whom, so that it can be told in words: a name where there is one. */
import type { Author, FamilyCase } from '../model.ts';

export type Whom =
  | { readonly kind: 'family' }
  /** As it was written down. */
  | { readonly kind: 'person'; readonly name: string }
  /** `name`: as it stands in the case or in the table of roles; `null`: in neither. */
  | { readonly kind: 'colleague'; readonly id: string; readonly name: string | null }
  | { readonly kind: 'nobody' };

export const theFamily: Whom = { kind: 'family' };
export const nobody: Whom = { kind: 'nobody' };

export const personOr = (name: string | null, otherwise: Whom): Whom =>
  name === null || name.trim() === '' ? otherwise : { kind: 'person', name };

const nameIn = ({ facts, escalations }: Pick<FamilyCase, 'facts' | 'escalations'>, id: string): string | null => {
  const authors: readonly Author[] = escalations.flatMap(({ steps }) => steps.map(({ by }) => by));
  const step = authors.findLast((by) => (by.kind === 'worker' || by.kind === 'officer') && by.id === id);
  const known = step !== undefined && 'name' in step ? step.name : facts.findLast(({ by }) => by.id === id)?.by.name;
  return known ?? null;
};

export const colleagueIn = (familyCase: Pick<FamilyCase, 'facts' | 'escalations'>, id: string): Whom => ({
  kind: 'colleague',
  id,
  name: nameIn(familyCase, id),
});
