/** Builders that show only what matters in a test. Everything else is a family with one plan and one regisseur. */
import {
  type Escalation,
  type FamilyCase,
  type IssuedCard,
  type Member,
  newCourse,
  newProceedings,
  type Party,
  type Plan,
  type Regisseur,
} from '../../cases/index.ts';

export const aMember = (overrides: Partial<Member> = {}): Member => ({
  id: 'ouder-1',
  name: 'Ouder Een',
  role: 'ouder',
  ...overrides,
});

export const aPlan = (overrides: Partial<Plan> = {}): Plan => ({
  id: 'plan-1',
  planKind: 'gezinsplan',
  owner: 'worker-1',
  agreedOn: '2026-09-01',
  agreedBy: ['Ouder Een', 'R. Een'],
  reviewBy: '2027-03-01',
  endedOn: null,
  members: ['ouder-1', 'kind-1'],
  domains: ['jeugdhulp', 'onderwijs'],
  priorities: ['Rust in huis'],
  ...overrides,
});

export const aRegisseur = (overrides: Partial<Regisseur> = {}): Regisseur => ({
  id: 'regisseur-1',
  name: 'R. Een',
  organisation: 'Team Een',
  since: '2026-09-01',
  until: null,
  canLead: 'yes',
  mandate: 'yes',
  match: 'yes',
  deputy: null,
  ...overrides,
});

const several = <T>(wanted: number | readonly T[] | undefined, make: (number: number) => T): readonly T[] =>
  typeof wanted === 'object' ? wanted : Array.from({ length: wanted ?? 1 }, (_, index) => make(index + 1));

export type CaseWishes = Partial<Omit<FamilyCase, 'plans' | 'regisseurs'>> & {
  readonly label?: string;
  /** How many, or which. */
  readonly plans?: number | readonly Plan[];
  readonly regisseurs?: number | readonly Regisseur[];
};

/** A known family, never stored (version 0), with worker-1 at work. */
export const aFamilyCase = ({ label, plans, regisseurs, ...overrides }: CaseWishes = {}): FamilyCase => ({
  schema: 1,
  id: 'case-1',
  version: 0,
  createdAt: '2026-09-01T08:00:00.000Z',
  family: {
    kind: 'known',
    label: label ?? 'Gezin De Vries',
    members: [aMember(), aMember({ id: 'kind-1', name: 'Kind Een', role: 'kind' })],
    domains: ['jeugdhulp', 'onderwijs'],
  },
  workers: ['worker-1'],
  sources: [],
  parties: [],
  plans: several(plans, (number) => aPlan({ id: `plan-${number}` })),
  regisseurs: several(regisseurs, (number) => aRegisseur({ id: `regisseur-${number}`, name: `R. ${number}` })),
  ...newCourse,
  escalations: [],
  cards: [],
  notices: [],
  processed: [],
  audit: [],
  ...overrides,
});

export const anEscalation = (overrides: Partial<Escalation> = {}): Escalation => ({
  id: 'escalation-1',
  number: 'L-7F3K2M',
  filedAt: '2026-11-22T09:00:00.000Z',
  filedBy: { kind: 'worker', id: 'worker-1', name: 'Wil Werker' },
  ownWords: { text: 'Niemand belt terug.', sha256: 'hash-of-words', writtenAt: '2026-11-22T09:00:00.000Z' },
  summary: null,
  answers: { complex: 'yes', stuck: 'stuck', harm: 'unknown' },
  followCodeHash: 'hash-of-code',
  replyTo: null,
  owner: 'officer-1',
  due: '2026-12-04',
  ...newProceedings('2026-12-04'),
  state: { kind: 'filed' },
  ...overrides,
});

export const aCard = (overrides: Partial<IssuedCard> = {}): IssuedCard => ({
  cardRef: 'card-1',
  escalationId: 'escalation-1',
  addressee: 'officer-1',
  issuedAt: '2026-11-22T09:00:00.000Z',
  state: 'live',
  seenAt: null,
  ...overrides,
});

/** A family with one open escalation before officer-1, whose notice is due. */
export const anEscalatedCase = (
  overrides: CaseWishes & { readonly escalation?: Partial<Escalation> } = {},
): FamilyCase => {
  const { escalation, ...wishes } = overrides;
  return aFamilyCase({
    escalations: [anEscalation(escalation)],
    cards: [aCard()],
    notices: [
      {
        id: 'notice-1',
        noticeKind: 'escalation-filed',
        escalationId: 'escalation-1',
        to: { kind: 'actor', id: 'officer-1' },
        cardRef: 'card-1',
        state: { kind: 'pending', dueAt: '2026-11-22T09:00:00.000Z', tries: 0 },
      },
    ],
    ...wishes,
  });
};

export const aParty = (overrides: Partial<Party> = {}): Party => ({
  id: 'party-1',
  organisation: 'School',
  person: null,
  task: 'begeleiding',
  domain: null,
  since: '2026-01-01',
  until: null,
  ...overrides,
});
