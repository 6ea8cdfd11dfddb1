/** A flow as a graph: which step can follow which, and what is kept on the way. */
import type { Flow, FlowStep } from '../schema.ts';

export interface Edge {
  readonly to: string;
  /** Where it is written, e.g. `keuzes[1].naar`. */
  readonly place: string;
  /** The name under which this way keeps what was said; null when nothing is kept. */
  readonly keeps: string | null;
}

export function edgesOf(step: FlowStep): readonly Edge[] {
  switch (step.soort) {
    case 'vraag': {
      const keeps = step.bewaarAls ?? null;
      return [
        ...step.keuzes.map(({ naar }, at) => ({ to: naar, place: `keuzes[${at}].naar`, keeps })),
        ...(step.weetNiet === null ? [] : [{ to: step.weetNiet, place: 'weetNiet', keeps }]),
        ...(step.overslaan === null ? [] : [{ to: step.overslaan, place: 'overslaan', keeps: null }]),
      ];
    }
    case 'invoer':
      return [
        { to: step.naar, place: 'naar', keeps: step.bewaarAls },
        ...(step.overslaan === null ? [] : [{ to: step.overslaan, place: 'overslaan', keeps: null }]),
      ];
    case 'actie':
      return Object.entries(step.uitkomsten).map(([outcome, to]) => ({
        to,
        place: `uitkomsten.${outcome}`,
        keeps: null,
      }));
    case 'uitkomst':
      return [];
  }
}

/** Every step that can be reached from `from`, itself included. */
export function reachableFrom(flow: Flow, from: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = flow.stappen[name];
    if (!step || reached.has(name)) continue;
    reached.add(name);
    open.push(...edgesOf(step).map(({ to }) => to));
  }
  return reached;
}

/** Steps from which no end can be reached. */
export function endless(flow: Flow): readonly string[] {
  const names = Object.keys(flow.stappen);
  return names.filter(
    (name) => ![...reachableFrom(flow, name)].some((reached) => flow.stappen[reached]?.soort === 'uitkomst'),
  );
}

/** Steps that only act and come back to themselves without asking anything. */
export function circlesWithoutInput(flow: Flow): readonly string[] {
  const acts = (name: string): boolean => flow.stappen[name]?.soort === 'actie';
  return Object.keys(flow.stappen).filter((name) => {
    if (!acts(name)) return false;
    const seen = new Set<string>();
    const open = [name];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const step = flow.stappen[at];
      if (!step) continue;
      for (const { to } of edgesOf(step)) {
        if (to === name) return true;
        if (!acts(to) || seen.has(to)) continue;
        seen.add(to);
        open.push(to);
      }
    }
    return false;
  });
}
