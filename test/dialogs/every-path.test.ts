/** Every way through every flow of the real knowledge, walked by the words a person would press (K6, P3, P5, P22). */
import { expect } from 'chai';
import { flowWords, tellOutcome } from '../../dialogs/ask.ts';
import { type Ending, type FlowResult, optionsOf, startOf, step } from '../../dialogs/flow.ts';
import { effects } from '../../dialogs/index.ts';
import type { FlowPosition } from '../../dialogs/types.ts';
import { type Flow, type Knowledge, loadKnowledge } from '../../knowledge/index.ts';

interface Arrival {
  readonly way: readonly string[];
  readonly ending: Ending;
  readonly position: FlowPosition;
}

describe('every path of every flow', () => {
  const parentFlows = ['ouder-wegwijzer', 'leg-voor', 'mijn-vraag', 'wie-doet-wat', 'andere-wegen'];
  const workerFlows = ['casus-check', 'leg-voor-medewerker'];
  let knowledge: Knowledge;

  before(async () => {
    const folder = (name: string) => new URL(`../../knowledge/${name}`, import.meta.url).pathname;
    const outcome = await loadKnowledge({
      nationalDir: folder('landelijk'),
      localDir: folder('voorbeeldstad'),
      effects,
    });
    if (outcome.kind === 'faulty') throw new Error(outcome.faults.map(({ problem }) => problem).join('\n'));
    ({ knowledge } = outcome);
  });

  const flowOf = (id: string): Flow => {
    const flow = knowledge.flow(id);
    if (flow === undefined) throw new Error(`There is no flow ${id}`);
    return flow;
  };

  /** All ends, each with the words that led there. A way does not pass the same step twice. */
  function walk(flow: Flow): readonly Arrival[] {
    const arrivals: Arrival[] = [];
    const words = flowWords(knowledge);
    const go = (result: FlowResult, way: readonly string[], seen: readonly string[]): void => {
      if (result.kind === 'refused' || result.kind === 'too-long')
        throw new Error(`${flow.id}: "${way.join(' > ')}" was refused`);
      const { position } = result;
      if (seen.includes(position.step)) return;
      const next = [...seen, position.step];
      if (result.kind === 'ends') arrivals.push({ way, ending: result.step, position });
      if (result.kind === 'acts') {
        const at = flow.stappen[position.step];
        for (const outcome of at?.soort === 'actie' ? Object.keys(at.uitkomsten) : [])
          go(step(flow, position, { kind: 'done', outcome, gathered: {} }), [...way, `(${outcome})`], next);
      }
      if (result.kind !== 'asks') return;
      const titles = optionsOf(result.step, words).map(({ title }) => title);
      for (const text of result.step.soort === 'invoer' ? ['In mijn eigen woorden.', ...titles] : titles)
        go(step(flow, position, { kind: 'said', text, words }), [...way, text], next);
    };
    go(step(flow, startOf(flow), { kind: 'enter' }), [], []);
    return arrivals;
  }

  const told = (flow: Flow, { ending, position }: Arrival, kind: 'parent' | 'worker') => {
    const names = Object.values(effects).flatMap(({ biedt, bewaart = [] }) => [...biedt, ...bewaart]);
    const values = Object.fromEntries(names.map((name) => [name, '…']));
    const actor =
      kind === 'parent'
        ? ({ kind: 'parent', address: 'web:1' } as const)
        : ({ kind: 'worker', id: 'w', name: 'W' } as const);
    return tellOutcome({ flow, position, step: ending, actor, values }, knowledge);
  };

  for (const id of parentFlows) {
    it(`of ${id} ends with somebody to turn to, and with the client supporter unless there is danger`, () => {
      const flow = flowOf(id);
      const supporter = knowledge.place('clientondersteuning');
      const phone = `tel:${knowledge.fill(supporter?.telefoon ?? '').replaceAll('-', '')}`;
      const arrivals = walk(flow);
      const ends = Object.entries(flow.stappen).filter(([, one]) => one.soort === 'uitkomst');
      expect(new Set(arrivals.map(({ position }) => position.step)).size).to.equal(ends.length);
      for (const arrival of arrivals) {
        const { replies, offered } = told(flow, arrival, 'parent');
        const links = replies.flatMap((reply) => (reply.kind === 'text' ? reply.links : []));
        const way = arrival.way.join(' > ');
        expect(links.length + offered.length, way).to.be.greaterThan(0);
        const urls = links.map(({ url }) => url);
        if (arrival.ending.toon === 'spoed') expect(urls.join(' '), way).to.match(/tel:(112|113|0800)/);
        else expect(urls, way).to.include(phone);
      }
    });
  }

  for (const id of workerFlows) {
    it(`of ${id} ends in words for a worker`, () => {
      const flow = flowOf(id);
      for (const arrival of walk(flow))
        expect(told(flow, arrival, 'worker').replies, arrival.way.join(' > ')).not.to.be.empty;
    });
  }

  it('covers the flows that there are', () => {
    const known = new Set([...parentFlows, ...workerFlows]);
    const linked = [...known].flatMap((id) =>
      walk(flowOf(id)).flatMap(({ ending }) =>
        ending.vervolg.flatMap((next) => (next.soort === 'flow' ? [next.flow] : [])),
      ),
    );
    expect(linked.filter((id) => !known.has(id))).to.deep.equal([]);
  });

  it('explains each role: what to expect, and what it is not (P3)', () => {
    const ends = walk(flowOf('wie-doet-wat')).map(({ ending }) => `${ending.titel} ${ending.tekst.join(' ')}`);
    const roles = [
      'regisseur',
      'aanspreekpunt',
      'jeugdconsulent',
      'lokale team',
      'cliëntondersteuner',
      'vertrouwenspersoon',
    ];
    for (const role of [...roles, 'jeugdbeschermer']) {
      const own = ends.filter(
        (text) => text.toLowerCase().startsWith(`de ${role}`) || text.toLowerCase().split('.')[0]?.includes(role),
      );
      expect(own, role).not.to.be.empty;
      expect(own.join(' '), role).to.include('Dit mag u verwachten');
    }
  });

  it('names each route outside the municipality (P22)', () => {
    const ends = walk(flowOf('andere-wegen'))
      .map(({ ending }) => `${ending.titel} ${ending.tekst.join(' ')}`)
      .join('\n');
    const routes = [
      'ombudsman',
      'Kinderombudsman',
      'geschillencommissie',
      'SKJ',
      'bezwaar',
      'rechter',
      'IGJ',
      'Jeugdstem',
    ];
    for (const route of routes) expect(ends, route).to.include(route);
  });
});
