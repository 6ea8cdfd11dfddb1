/** How words are kept: as they were said, with their hash, or as a line of somebody at work. */
import type { OwnWords } from '../../model.ts';
import { maskBsn } from '../mask-bsn.ts';
import type { EscalationContext } from './context.ts';

/** To the letter: taking a BSN out is the only change, and the hash is of what is stored. */
export const keptWords = (said: string, { now, sha256 }: Pick<EscalationContext, 'now' | 'sha256'>): OwnWords => {
  const text = maskBsn(said);
  return { text, sha256: sha256(text), writtenAt: now.toISOString() };
};

export const tidy = (text: string): string => maskBsn(text.trim());

/** `null` when nothing is left. */
export const tidyOrNull = (text: string | null | undefined): string | null => {
  const left = tidy(text ?? '');
  return left === '' ? null : left;
};
