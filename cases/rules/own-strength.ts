/** "Eigen kracht": a family that was left to itself too long, or with too little. Earlier trajectories count. */
import type { CaseSettings, Day, FamilyCase, SignalCode } from '../model.ts';
import { addDays } from './werkdagen.ts';

export interface OwnStrength {
  readonly kind: 'too-long' | 'too-light';
  readonly since: Day | null;
  /** Leefgebieden with a concern, or ids of trajectories that did not help. */
  readonly details: readonly string[];
}

const alone: readonly SignalCode[] = ['overload-parent', 'parent-searches-herself'];
const fewestFailures = 2;

/** Too long: the first sign that it is too much is older than the set time and there is still no regisseur. */
const tooLong = (familyCase: FamilyCase, settings: CaseSettings, today: Day): readonly OwnStrength[] => {
  const led = familyCase.regisseurs.some(
    ({ since, until, canLead }) => since <= today && (until === null || until >= today) && canLead !== 'no',
  );
  const first = familyCase.facts
    .filter(({ signals }) => signals.some((code) => alone.includes(code)))
    .reduce<Day | null>((day, { date }) => (day === null || date < day ? date : day), null);
  const late = first !== null && addDays(first, settings.ownStrength.longestDays) < today;
  return late && !led ? [{ kind: 'too-long', since: first, details: [] }] : [];
};

/** Too light: concerns in many leefgebieden with at most one party around, or help that failed more than once before. */
const tooLight = (familyCase: FamilyCase, settings: CaseSettings, today: Day): readonly OwnStrength[] => {
  const worried = familyCase.lifeDomains.filter(({ state }) => state !== 'well');
  const domains = [...new Set(worried.map(({ domain }) => domain))];
  const parties = familyCase.parties.filter(({ until }) => until === null || until >= today);
  const failed = familyCase.trajectories.filter(({ helped }) => helped === 'no').map(({ id }) => id);
  const earliest = worried.reduce<Day | null>(
    (day, { lookedOn }) => (day === null || lookedOn < day ? lookedOn : day),
    null,
  );
  if (domains.length >= settings.ownStrength.fromDomains && parties.length <= 1)
    return [{ kind: 'too-light', since: earliest, details: domains }];
  return failed.length >= fewestFailures ? [{ kind: 'too-light', since: null, details: failed }] : [];
};

export const ownStrength = (familyCase: FamilyCase, settings: CaseSettings, today: Day): readonly OwnStrength[] => [
  ...tooLong(familyCase, settings, today),
  ...tooLight(familyCase, settings, today),
];
