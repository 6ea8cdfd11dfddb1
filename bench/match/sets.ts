/** The sets of questions, in the order in which they were written: see `questions.ts`. */
export const SETS = [
  { name: 'author A', file: './vragen-a.jsonl' },
  { name: 'author B', file: './vragen-b.jsonl' },
  { name: 'authors D', file: './vragen-d.jsonl' },
  { name: 'author E', file: './vragen-e.jsonl' },
  { name: 'author F', file: './vragen-f.jsonl' },
  { name: 'author G', file: './vragen-g.jsonl' },
  { name: 'authors H', file: './vragen-h.jsonl' },
] as const;
