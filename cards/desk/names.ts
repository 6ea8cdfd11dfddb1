/** Names by actor id, as far as the card can know them. */
import { type Author, filingsOf } from '../../cases/index.ts';
import type { Words } from '../elements.ts';
import type { DeskFrame, DeskView } from './desk-view.ts';

type Known = Pick<DeskFrame, 'escalation' | 'officers'> & Partial<Pick<DeskView, 'familyCase'>>;

/** `undefined`: nobody with this id did anything here. */
export function nameOf(id: string, { escalation, officers, familyCase }: Known): string | undefined {
  const { steps } = escalation;
  const people = [
    ...officers,
    ...filingsOf(escalation).map(({ filedBy }) => filedBy),
    ...steps.map(({ by }) => by),
    ...(familyCase?.facts ?? []).map(({ by }) => by),
  ];
  for (const one of people) if ('id' in one && one.id === id && one.name) return one.name;
  return undefined;
}

export function authorName(by: Author, words: Words): string {
  return 'name' in by ? by.name : words(`bureau.wie.${by.kind}`);
}
