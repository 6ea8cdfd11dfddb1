/** The open question of a family, for a colleague who would file: with whom it lies, since when, and by when it is answered. */
import type { Escalation, FamilyCase } from '../cases/index.ts';
import { filingsOf, isOpen } from '../cases/index.ts';
import type { CardElement } from './adaptive-card.ts';
import { dutchDate, dutchDay } from './dutch-date.ts';
import { line, sentence, type Words } from './elements.ts';

export interface OnDesk {
  readonly escalation: Escalation;
  /** Name of the officer who has it; `null`: not known. */
  readonly owner: string | null;
  /** A filing of the reader stands in it. */
  readonly isOwn: boolean;
}

/** `undefined`: nothing of this family lies on the desk. A family has one open card. */
export function onDeskOf(
  { escalations }: FamilyCase,
  officers: readonly { readonly id: string; readonly name?: string }[],
  readerId: string,
): OnDesk | undefined {
  const escalation = escalations.find(isOpen);
  if (escalation === undefined) return undefined;
  const owner = officers.find(({ id }) => id === escalation.owner)?.name ?? null;
  const isOwn = filingsOf(escalation).some(({ filedBy, withdrawn }) => withdrawn === null && filedBy.id === readerId);
  return { escalation, owner, isOwn };
}

/** What was opened again lies there since that day. */
const sinceOf = ({ steps, filedAt }: Escalation): string =>
  steps.findLast(({ kind }) => kind === 'reopened')?.at ?? filedAt;

export function onDeskLines({ escalation, owner }: OnDesk, mayAdd: boolean, words: Words): readonly CardElement[] {
  const values = {
    nummer: escalation.number,
    sinds: dutchDate(sinceOf(escalation)),
    naam: owner ?? words('bureau.wie.officer'),
    datum: dutchDay(escalation.due),
  };
  return [sentence(words, 'check.ligt', values), ...(mayAdd ? [line(words('check.ligt.erbij'))] : [])];
}
