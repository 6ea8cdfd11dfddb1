/**
 * A knowledge base in which nothing can be filed: every flow that files is one outcome that says why and whom to call, and
 * what pointed at it no longer does.
 */
import type { Actor } from '../cases/index.ts';
import type { Answer, Flow, FlowStep, Knowledge, NextStep, ReadinessItem } from '../knowledge/index.ts';
import { canFile } from './can-file.ts';

/** The only step of a flow that is closed. */
export const closedStart = 'voorleggen-kan-niet';

/** Sentences that invite to filing, and what is said in their place. */
const insteadOf: Readonly<Record<string, string>> = {
  'groet.ouder': 'groet.ouder.zonder-voorleggen',
  'groet.medewerker': 'groet.medewerker.zonder-voorleggen',
  'check.stap.deviates': 'check.stap.deviates.zonder-voorleggen',
};

export function withoutFiling(knowledge: Knowledge, missing: readonly ReadinessItem[]): Knowledge {
  const flows = remembering<Flow>();
  const answers = remembering<Answer>();
  const target = (next: NextStep) => (next.soort === 'flow' ? knowledge.flow(next.flow) : undefined);
  const invites = (next: NextStep): boolean => {
    const flow = target(next);
    return flow !== undefined && canFile(flow);
  };
  const note = (invitations: readonly NextStep[]): string =>
    invitations.every((next) => target(next)?.doelgroep.includes('professional'))
      ? knowledge.text('gereed.medewerker.kort')
      : reasonsFor('parent', knowledge, missing).join(' ');
  const uninvited = (paragraphs: readonly string[], steps: readonly NextStep[]) => ({
    words: [...paragraphs, note(steps.filter(invites))],
    vervolg: steps.filter((next) => !invites(next)),
  });
  const closedStep = (step: FlowStep): FlowStep => {
    if (step.soort !== 'uitkomst' || !step.vervolg.some(invites)) return step;
    const { words, vervolg } = uninvited(step.zonderVoorleggen ?? step.tekst, step.vervolg);
    return { ...step, tekst: words, vervolg };
  };
  const closedFlow = (flow: Flow): Flow => {
    if (canFile(flow)) return onlyWhyNot(flow, knowledge, missing);
    const steps = Object.entries(flow.stappen).map(([id, step]) => [id, closedStep(step)] as const);
    return { ...flow, stappen: Object.fromEntries(steps) };
  };
  const closedAnswer = (answer: Answer): Answer => {
    if (!answer.vervolg.some(invites)) return answer;
    const { words, vervolg } = uninvited(answer.zonderVoorleggen ?? answer.antwoord, answer.vervolg);
    return { ...answer, antwoord: words, vervolg };
  };
  return {
    ...knowledge,
    flow: (id) => flows(knowledge.flow(id), closedFlow),
    answer: (id) => answers(knowledge.answer(id), closedAnswer),
    text: (key, values) => knowledge.text(insteadOf[key] ?? key, values),
  };
}

/** What is missing; for staff also who acts, each thing on a line of its own. */
export function reasonsFor(
  kind: Actor['kind'],
  knowledge: Knowledge,
  missing: readonly ReadinessItem[],
): readonly string[] {
  const what = (item: ReadinessItem) => knowledge.text(`gereed.mist.${item}`);
  if (kind === 'parent') return [knowledge.text('gereed.ouder', { wat: missing.map(what).join('; ') })];
  const lines = missing.map((item) => `- ${what(item)} (${knowledge.text(`gereed.wie.${item}`)})`);
  return [[knowledge.text('gereed.medewerker'), ...lines].join('\n'), knowledge.text('gereed.medewerker.verder')];
}

function onlyWhyNot(flow: Flow, knowledge: Knowledge, missing: readonly ReadinessItem[]): Flow {
  const kind = flow.doelgroep.includes('professional') ? 'worker' : 'parent';
  const places = ['gemeente', 'clientondersteuning'].filter((plek) => knowledge.place(plek) !== undefined);
  const outcome: FlowStep = {
    soort: 'uitkomst',
    titel: knowledge.text('gereed.titel'),
    tekst: [...reasonsFor(kind, knowledge, missing)],
    toon: 'gewoon',
    antwoorden: [],
    vervolg: places.map((plek) => ({ soort: 'plek', plek })),
  };
  return { ...flow, start: closedStart, poort: [], stappen: { [closedStart]: outcome } };
}

/** The same thing changes into the same thing: what others work out for it stays worked out. */
function remembering<T extends object>() {
  const known = new WeakMap<T, T>();
  return (before: T | undefined, change: (before: T) => T): T | undefined => {
    if (before === undefined) return undefined;
    const after = known.get(before) ?? change(before);
    known.set(before, after);
    return after;
  };
}
