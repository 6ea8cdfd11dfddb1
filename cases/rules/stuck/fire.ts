/**
 * The stuck rules K1 to K8 over dated facts. Pure: the same facts, settings and day give the same findings. Within one
 * fact: a request opens, the rules look, answers and ends come in, and last the gate K1, which is a state of the family.
 */
import type { CaseSettings, Day, Fact, RuleMode, SignalCode, StuckFinding, StuckRuleId } from '../../model.ts';
import { addDays, addWerkdagen } from '../werkdagen.ts';
import { answered, hasAny, noRequests, opened, type RequestSeen, type RequestsState } from './open-requests.ts';
import { inOrder } from './order.ts';

/** What the rules need of the settings. */
export type RuleSettings = Pick<CaseSettings, 'stuck' | 'holidays'>;

/** The facts that make the gate: `null` while not known, or overtaken. */
interface Gate {
  readonly agencies: Fact | null;
  readonly noPlan: Fact | null;
  readonly overload: Fact | null;
  readonly shut: boolean;
}

interface Seen {
  readonly requests: RequestsState;
  readonly gate: Gate;
}

interface Firing {
  readonly rule: string;
  readonly mode: RuleMode;
  readonly on: Day;
  readonly fact: Fact;
  readonly clock?: boolean;
  readonly variant?: string | null;
  readonly restsOn?: readonly Fact[];
  readonly count?: number;
}

const finding = (firing: Firing, { stuck, holidays }: RuleSettings): StuckFinding => {
  const { rule, mode, on, fact, clock = false, variant = null, restsOn = [], count = null } = firing;
  const restingOn = inOrder([...new Set([...restsOn, fact])]);
  const deskOn = mode === 'file' ? on : mode === 'propose' ? addWerkdagen(on, stuck.proposalWerkdagen, holidays) : null;
  return {
    key: `${rule}@${fact.id}`,
    rule,
    variant,
    mode,
    on,
    seq: clock ? null : fact.seq,
    deskOn,
    factIds: restingOn.map(({ id }) => id),
    count,
  };
};

const learned = (gate: Gate, fact: Fact): Gate => {
  const known = (code: SignalCode, before: Fact | null) => (fact.signals.includes(code) ? (before ?? fact) : before);
  const overtaken = hasAny(fact, ['plan-made', 'plan-agreed']);
  return {
    ...gate,
    agencies: known('many-agencies', gate.agencies),
    overload: known('overload-parent', gate.overload),
    noPlan: overtaken ? null : known('no-plan', gate.noPlan),
  };
};

/** What one fact sets off while these requests are open; `before` is the state without the fact. */
const onFact = (fact: Fact, before: RequestsState, now: RequestsState, settings: RuleSettings): readonly Firing[] => {
  const { modes, ownRules } = settings.stuck;
  const asked = now.open.map((request) => request.fact);
  const whileOpen = asked.length > 0;
  const fires = (rule: StuckRuleId, when: boolean, more: Partial<Firing> = {}): readonly Firing[] =>
    when ? [{ rule, mode: modes[rule], on: fact.date, fact, ...more }] : [];
  const has = (...codes: readonly SignalCode[]) => hasAny(fact, codes);
  const changes = now.changes + 1;
  return [
    ...fires('K2b', whileOpen && has('regie-left-with-failing-party'), { restsOn: asked }),
    ...fires('K3', before.open.length > 0 && now.requests > before.requests, {
      restsOn: asked,
      variant: now.requests > 2 ? 'K3b' : null,
      count: now.requests,
    }),
    ...fires('K4', whileOpen && has('change-of-worker'), {
      restsOn: asked,
      variant: changes > 1 ? 'K4b' : null,
      count: changes,
    }),
    ...fires('K5', whileOpen && has('referral-cannot-deliver', 'waiting-list'), {
      restsOn: asked,
      variant: has('waiting-list') ? 'K5b' : null,
    }),
    ...fires('K6', has('cry-for-help')),
    ...fires('K7', has('rejected-on-rule') && has('no-alternative-offered')),
    ...fires('K8', has('regisseur-lost')),
    ...ownRules.flatMap((rule): readonly Firing[] => {
      const signals: readonly string[] = fact.signals;
      const met =
        rule.fires === 'all-in-one-event'
          ? rule.codes.every((code) => signals.includes(code))
          : rule.codes.some((code) => signals.includes(code)) && (rule.fires === 'any' || whileOpen);
      return met ? [{ rule: rule.id, mode: rule.mode, on: fact.date, fact }] : [];
    }),
  ];
};

/** K1: open from the fact that completes it until one of its parts falls away. */
const gateOf = (gate: Gate, requests: RequestsState): { readonly gate: Gate; readonly parts: readonly Fact[] } => {
  const asked = requests.open.filter(({ forRegisseur }) => forRegisseur).map((request) => request.fact);
  const { agencies, noPlan, overload } = gate;
  const shut = agencies !== null && noPlan !== null && overload !== null && asked.length > 0;
  const parts = shut && !gate.shut ? [agencies, noPlan, overload, ...asked] : [];
  return { gate: { ...gate, shut }, parts };
};

/** K2: the first day on which it is certain that no answer came in time is the day after; it fires on the last day of the term. */
const clocks = (requests: readonly RequestSeen[], { stuck }: RuleSettings, through: Day): readonly Firing[] =>
  requests.flatMap(({ fact, answeredOn }) => {
    const on = addDays(fact.date, stuck.unansweredDays);
    if (on > through || (answeredOn !== null && answeredOn <= on)) return [];
    return [{ rule: 'K2', mode: stuck.modes.K2, on, fact, clock: true, count: stuck.unansweredDays }];
  });

/**
 * Everything the rules find in these facts. `through`: the last day that is over, for the clocks; facts of later days count
 * too. Sorted by day, within a day in the order of the facts, clocks last.
 */
export const fireRules = (facts: readonly Fact[], settings: RuleSettings, through: Day): readonly StuckFinding[] => {
  let seen: Seen = { requests: noRequests, gate: { agencies: null, noPlan: null, overload: null, shut: false } };
  const firings: Firing[] = [];
  for (const fact of inOrder(facts)) {
    const before = seen.requests;
    const now = opened(before, fact);
    firings.push(...onFact(fact, before, now, settings));
    const changed = now.open.length > 0 && fact.signals.includes('change-of-worker');
    const requests = answered(changed ? { ...now, changes: now.changes + 1 } : now, fact);
    const { gate, parts } = gateOf(learned(seen.gate, fact), requests);
    const { K1 } = settings.stuck.modes;
    if (parts.length > 0) firings.push({ rule: 'K1', mode: K1, on: fact.date, fact, restsOn: parts });
    seen = { requests, gate };
  }
  firings.push(...clocks(seen.requests.all, settings, through));
  const found = firings.filter(({ mode }) => mode !== 'off').map((firing) => finding(firing, settings));
  const place = ({ seq }: StuckFinding) => seq ?? Number.MAX_SAFE_INTEGER;
  return found.sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)) || place(one) - place(other));
};
