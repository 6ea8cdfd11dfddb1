import type { PeoplePort } from '../../dialogs/index.ts';

/** Nobody can join a chat, unless the test says otherwise. */
export const nobodyThere = (part: Partial<PeoplePort> = {}): PeoplePort => ({
  setDuty: () => undefined,
  somebodyIsThere: () => Promise.resolve(false),
  invite: () => Promise.resolve(false),
  cancel: () => false,
  join: () => Promise.resolve({ kind: 'nobody-waits' }),
  isTalking: () => false,
  pass: () => undefined,
  end: () => undefined,
  ...part,
});
