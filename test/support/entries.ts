/** What is written down most in tests. */
import type { CaseEntry, Day } from '../../cases/index.ts';

export const aCry = (on: Day) =>
  ({
    kind: 'signals',
    codes: ['cry-for-help'],
    from: 'ouder',
    words: 'Het gaat echt niet goed.',
    note: null,
    on,
  }) satisfies CaseEntry;

export const aRequest = (on: Day) =>
  ({
    kind: 'request',
    requestKind: 'help',
    words: 'Wie helpt ons?',
    from: 'ouder',
    askedOf: 'CJG',
    signals: [],
    on,
  }) satisfies CaseEntry;
