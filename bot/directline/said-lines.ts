/** The words of a conversation as lines, for a colleague whom the visitor let in. */
import { z } from 'zod';
import type { Transcript } from './transcript.ts';

/** A message of Teams holds some 28 KB; older words are left out first. */
const MOST_LINES = 60;
const MOST_CHARACTERS = 12_000;

export interface SaidLine {
  readonly by: 'visitor' | 'computer';
  readonly text: string;
}

const written = z.object({
  activities: z.array(
    z.object({
      id: z.string(),
      type: z.string().optional(),
      text: z.string().optional(),
      from: z.object({ role: z.string().optional() }),
    }),
  ),
});

export function saidLines(transcript: Pick<Transcript, 'since'>): readonly SaidLine[] {
  const since = transcript.since(0);
  if (since === null) return [];
  const { activities } = written.parse(JSON.parse(since.json));
  const lines = activities.flatMap(({ type = 'message', text = '', from }): SaidLine[] =>
    type === 'message' && text !== '' ? [{ by: from.role === 'user' ? 'visitor' : 'computer', text }] : [],
  );
  let room = MOST_CHARACTERS;
  const newest = lines.slice(-MOST_LINES).reverse();
  const fitting = newest.findIndex(({ text }) => (room -= text.length) < 0);
  return (fitting < 0 ? newest : newest.slice(0, fitting)).reverse();
}
