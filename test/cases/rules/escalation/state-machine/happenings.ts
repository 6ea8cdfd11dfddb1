/** What can happen to an escalation in a history of the state machine, and how often each of it does. */
import fc from 'fast-check';
import type { DeliveryOutcome } from '../../../../../cases/index.ts';

/** What happens to one escalation. Numbers pick among what is there. */
export type Happening =
  | {
      readonly kind: 'officer';
      readonly who: number;
      readonly what: OfficerVerb;
      readonly pick: number;
      readonly crash: Crash;
    }
  | { readonly kind: 'parent'; readonly what: ParentVerb; readonly pick: number; readonly crash: Crash }
  /** Somebody else files for the same family: joins what is open, else a second escalation begins. */
  | { readonly kind: 'joins'; readonly who: number; readonly crash: Crash }
  /** What is done with another escalation of the family. */
  | { readonly kind: 'other'; readonly what: OtherVerb; readonly pick: number; readonly crash: Crash }
  | { readonly kind: 'replay'; readonly pick: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'look' }
  | { readonly kind: 'send'; readonly outcome: DeliveryOutcome['kind'] | 'crash' }
  | { readonly kind: 'away'; readonly who: number; readonly days: number }
  | { readonly kind: 'leaves'; readonly who: number };

/** `before`: the process dies before the write; `after`: after it, and the same command comes again. */
export type Crash = 'none' | 'before' | 'after';

const officerVerbs = [
  'take',
  'take-over',
  'hand-over',
  'ask-more',
  'grant',
  'grant-with-order',
  'refuse',
  'refuse-bare',
  'elsewhere',
  'order',
  'carried-out',
  'answer-proposal',
  'call-done',
  'answer-complaint',
  'close',
  'close-without-lesson',
  'reopen',
] as const;
export type OfficerVerb = (typeof officerVerbs)[number];

const otherVerbs = ['grant', 'refuse', 'refuse', 'reopen', 'close'] as const;
type OtherVerb = (typeof otherVerbs)[number];

const parentVerbs = [
  'comment',
  'propose',
  'call-back',
  'sent-on',
  'helped',
  'complain',
  'withdraw',
  'give-more',
] as const;
export type ParentVerb = (typeof parentVerbs)[number];

const crash: fc.Arbitrary<Crash> = fc.constantFrom('none', 'none', 'none', 'before', 'after');
const pick = fc.nat(40);

export const happenings: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('officer' as const),
      who: pick,
      what: fc.constantFrom(...officerVerbs),
      pick,
      crash,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('parent' as const), what: fc.constantFrom(...parentVerbs), pick, crash }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('joins' as const), who: pick, crash }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('other' as const), what: fc.constantFrom(...otherVerbs), pick, crash }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replay' as const), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('days' as const),
      days: fc.constantFrom(1, 1, 2, 5, 12, 40, 400, -1, -7),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'look' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      outcome: fc.constantFrom('delivered', 'not-delivered', 'ambiguous', 'no-address', 'unreachable', 'crash'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('away' as const), who: pick, days: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leaves' as const), who: pick }) },
);
