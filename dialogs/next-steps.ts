/** What can come after an answer or an outcome: places become links, the rest becomes choices. */
import type { Actor } from '../cases/index.ts';
import type { Flow, Knowledge, NextStep } from '../knowledge/index.ts';
import { placeLinks, placeParagraphs } from './places.ts';
import { offer, uniqueLinks } from './say.ts';
import type { Link, Offer, Reply } from './types.ts';

/** The flows that the greeting offers and that free text can start, by who is talking. */
export const flowsFor: Readonly<Record<Actor['kind'], readonly string[]>> = {
  parent: ['leg-voor', 'ouder-wegwijzer', 'wie-doet-wat', 'andere-wegen'],
  worker: ['casus-check', 'leg-voor-medewerker'],
  officer: ['casus-check'],
};

/** What a parent does with the own question; `effects/look-at-question.ts` says what comes first. */
export const OWN_QUESTION = 'mijn-vraag';

/** Where a parent files a question. */
export const FILING = 'leg-voor';

/** All that matters here of who is talking. */
type Kind = Pick<Actor, 'kind'>;

export function mayStart(actor: Kind, flow: Flow): boolean {
  return actor.kind === 'parent'
    ? flow.doelgroep.some((audience) => audience !== 'professional')
    : flow.doelgroep.includes('professional');
}

/** The flow when it exists and is meant for this person. */
export function flowOf(id: string, actor: Kind, knowledge: Knowledge): Flow | undefined {
  const flow = knowledge.flow(id);
  return flow !== undefined && mayStart(actor, flow) ? flow : undefined;
}

export interface Following {
  readonly paragraphs: readonly string[];
  readonly links: readonly Link[];
  readonly offers: readonly Offer[];
}

export function following(steps: readonly NextStep[], actor: Kind, knowledge: Knowledge): Following {
  const places = steps.flatMap((next) => {
    const place = next.soort === 'plek' ? knowledge.place(next.plek) : undefined;
    return place === undefined ? [] : [{ place, links: placeLinks(place, knowledge) }];
  });
  return {
    // A place with a number or a site is a link with its name; only one without needs a sentence.
    paragraphs: places.flatMap(({ place, links }) => (links.length === 0 ? placeParagraphs(place, knowledge) : [])),
    links: uniqueLinks(places.flatMap(({ links }) => links)),
    offers: steps.flatMap((next): Offer[] => {
      if (next.soort === 'flow') {
        const known = flowOf(next.flow, actor, knowledge) !== undefined;
        return known ? [{ title: next.tekst, to: { kind: 'flow', id: next.flow } }] : [];
      }
      if (next.soort === 'antwoord') {
        const known = knowledge.answer(next.antwoord) !== undefined;
        return known ? [{ title: next.tekst, to: { kind: 'answer', id: next.antwoord } }] : [];
      }
      return [];
    }),
  };
}

export function offerReply(prompt: string, offers: readonly Offer[]): readonly Reply[] {
  return offers.length === 0
    ? []
    : [
        offer(
          prompt,
          offers.map(({ title }) => title),
        ),
      ];
}
