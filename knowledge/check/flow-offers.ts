/** Which placeholders are filled at a step, whatever way was taken to it. */
import type { Flow, FlowStep } from '../schema.ts';
import { edgesOf } from './flow-graph.ts';
import type { EffectCatalogue } from './reporter.ts';

interface Offered {
  /** What was said earlier in the flow, or kept by an effect. */
  readonly kept: ReadonlySet<string>;
  /** What effects offer: only within the turn, so until the next question. */
  readonly momentary: ReadonlySet<string>;
}

/** By step: every name that is filled there on every path from the start. */
export function offersAt(flow: Flow, effects: EffectCatalogue): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, Offered>([[flow.start, { kept: new Set(), momentary: new Set() }]]);
  const open = [flow.start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = flow.stappen[name];
    const offered = before.get(name);
    if (!step || !offered) continue;
    for (const edge of edgesOf(step)) {
      const after: Offered = {
        kept: new Set([...offered.kept, ...(edge.keeps === null ? [] : [edge.keeps]), ...keptBy(step, effects)]),
        momentary: momentaryAfter(step, offered, effects),
      };
      const known = before.get(edge.to);
      const next = known
        ? { kept: both(known.kept, after.kept), momentary: both(known.momentary, after.momentary) }
        : after;
      if (known && next.kept.size === known.kept.size && next.momentary.size === known.momentary.size) continue;
      before.set(edge.to, next);
      open.push(edge.to);
    }
  }
  return new Map(
    [...before].map(([name, { kept, momentary }]) => {
      const ends = flow.stappen[name]?.soort === 'uitkomst';
      return [name, ends ? new Set([...kept, ...momentary]) : kept];
    }),
  );
}

function keptBy(step: FlowStep, effects: EffectCatalogue): readonly string[] {
  return step.soort === 'actie' ? (effects[step.actie]?.bewaart ?? []) : [];
}

function momentaryAfter(step: FlowStep, offered: Offered, effects: EffectCatalogue): ReadonlySet<string> {
  if (step.soort !== 'actie') return new Set();
  return new Set([...offered.momentary, ...(effects[step.actie]?.biedt ?? [])]);
}

function both(left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...left].filter((name) => right.has(name)));
}
