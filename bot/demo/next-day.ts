/** A day passes in the demo: the clock goes on, the rounds run, and what they did is told in sentences. */
import {
  type Day,
  type Escalation,
  type EscalationStep,
  isWerkdag,
  localDay,
  type Register,
} from '../../cases/index.ts';
import { dutchDay } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { makeLanes } from '../lanes.ts';
import type { DemoClock } from './demo-clock.ts';

/** What the system does by itself, and has a sentence `demo.gebeurd.*`. */
const TOLD = [
  'filed',
  'joined',
  'stood-in',
  'handed-over',
  'more-missed',
  'order-missed',
  'plan-agreed',
  'plan-missed',
  'call-back-missed',
  'reminded',
  'raised',
  'nobody-higher',
  'lesson-late',
  'helped-asked',
  'complaint-late',
  'reopened',
  'went-on',
] as const;

export interface DayInDemo {
  readonly day: Day;
  /** E.g. `dinsdag 30 maart 2027`. */
  readonly shown: string;
  readonly happened: readonly string[];
}

export interface NextDayDeps {
  readonly clock: DemoClock;
  readonly register: Pick<Register, 'casesForOfficer' | 'read'>;
  knowledge(): Knowledge;
  /** Everything the clock sets off, once. */
  runRounds(): Promise<void>;
  /** Of an actor id. */
  nameOf(actorId: string): Promise<string>;
}

export interface DemoDays {
  today(): DayInDemo;
  /** One after the other, also when several ask at once. */
  next(): Promise<DayInDemo>;
}

/** A question does not go to who has it already: with nobody higher it stays where it is. */
function toldAs({ kind, owner }: EscalationStep, before: string | undefined): string {
  if (kind === 'raised' && owner === before) return 'raised.blijft';
  return TOLD.find((one) => one === kind) ?? 'anders';
}

export function makeDemoDays(deps: NextDayDeps): DemoDays {
  const lanes = makeLanes();
  const today = (happened: readonly string[]): DayInDemo => {
    const day = localDay(deps.clock.now());
    return { day, shown: dutchDay(day), happened };
  };

  async function escalationsIn(caseIds: Iterable<string>): Promise<readonly Escalation[]> {
    const cases = await Promise.all([...caseIds].map((caseId) => deps.register.read(caseId)));
    return cases.flatMap((familyCase) => familyCase?.escalations ?? []);
  }

  /** `before`: who had it when the day began. */
  async function sentence({ number }: Escalation, step: EscalationStep, before: string | undefined): Promise<string> {
    const { owner, due } = step;
    return deps.knowledge().text(`demo.gebeurd.${toldAs(step, before)}`, {
      nummer: number,
      eigenaar: await deps.nameOf(owner),
      datum: dutchDay(due),
    });
  }

  async function passOne(): Promise<DayInDemo> {
    const knowledge = deps.knowledge();
    const running = await deps.register.casesForOfficer(null);
    const before = new Map((await escalationsIn(running)).map(({ id, steps, owner }) => [id, { steps, owner }]));
    await deps.clock.nextDay();
    await deps.runRounds();
    // What ended on this day is no longer among those that run, and what the system filed is new.
    const now = await escalationsIn(new Set([...running, ...(await deps.register.casesForOfficer(null))]));
    const happened: string[] = [];
    for (const escalation of now) {
      const known = before.get(escalation.id);
      const news = escalation.steps.slice(known?.steps.length ?? 0).filter(({ by }) => by.kind === 'system');
      for (const step of news) happened.push(await sentence(escalation, step, known?.owner));
    }
    const { day } = today([]);
    const rest = isWerkdag(day, knowledge.settings.feestdagen) ? 'demo.gebeurd.niets' : 'demo.gebeurd.geen-werkdag';
    return today(happened.length === 0 ? [knowledge.text(rest)] : happened);
  }

  return { today: () => today([]), next: () => lanes.run('days', passOne) };
}
