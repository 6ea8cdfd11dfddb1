import type { StoredFiling } from '../cases/index.ts';
import type { Words } from './elements.ts';

/** Above a summary: who made it. In a parent's filing that was the computer, until a colleague wrote another one. */
export function summaryTitle({ reading, filedBy }: Pick<StoredFiling, 'reading' | 'filedBy'>, words: Words): string {
  const by = reading?.by.kind ?? filedBy.kind;
  return words(by === 'worker' || by === 'officer' ? 'escalatie.uitleg' : 'escalatie.uitleg.computer');
}
