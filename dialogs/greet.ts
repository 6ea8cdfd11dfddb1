/** The first words: that it is a computer, what it does with what is typed, and where to begin. */
import { wordsOf } from '../cards/index.ts';
import type { Actor } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { isOffered } from './filing-gate.ts';
import { flowOf } from './next-steps.ts';
import { onceEach } from './prepared.ts';
import { offer, say } from './say.ts';
import { plainName } from './status.ts';
import type { Offer, Reply } from './types.ts';

export interface Greeting {
  readonly replies: readonly Reply[];
  readonly offered: readonly Offer[];
}

const flowTitles: Readonly<Record<string, string>> = {
  'ouder-wegwijzer': 'keuze.wegwijzer',
  'leg-voor': 'keuze.leg-voor',
  'casus-check': 'keuze.check',
  'leg-voor-medewerker': 'keuze.leg-voor-medewerker',
};

export function greet(actor: Actor, knowledge: Knowledge): Greeting {
  const { replies, offered } = firstChoices(actor, knowledge);
  return { replies: [say(firstWords(actor, knowledge)), ...replies], offered };
}

/** The same choices, for after a stop or a message without words. */
export function firstChoices(actor: Actor, knowledge: Knowledge): Greeting {
  return choicesOf(actor.kind, knowledge);
}

const choicesOf = onceEach((kind: Actor['kind'], knowledge): Greeting => {
  const offered = flowsOffered(kind).flatMap((id): Offer[] => {
    const key = flowTitles[id];
    const flow = flowOf(id, { kind }, knowledge);
    return key !== undefined && flow !== undefined && isOffered(flow)
      ? [{ title: knowledge.text(key), to: { kind: 'flow', id } }]
      : [];
  });
  const other = otherChoices(kind).map((key) => knowledge.text(key));
  const titles = [...offered.map(({ title }) => title), ...other];
  return { replies: [offer(knowledge.text('groet.kies'), titles)], offered };
});

function firstWords(actor: Actor, knowledge: Knowledge): readonly string[] {
  const text = wordsOf(knowledge);
  switch (actor.kind) {
    case 'parent':
      return [
        text('groet.gevaar'),
        text('groet.ouder', { gemeente: knowledge.settings.gemeente }),
        text('groet.privacy'),
        text('groet.bediening'),
      ];
    case 'worker':
      return [
        text('groet.medewerker', { naam: plainName(actor.name) }),
        text('groet.medewerker.voorbeeld'),
        text('groet.medewerker.opdrachten'),
        text('groet.medewerker.dienst'),
      ];
    case 'officer':
      return [text('groet.aanspreekpunt', { naam: plainName(actor.name) })];
  }
}

function flowsOffered(kind: Actor['kind']): readonly string[] {
  switch (kind) {
    case 'parent':
      return ['ouder-wegwijzer', 'leg-voor'];
    case 'worker':
      return ['casus-check', 'leg-voor-medewerker'];
    case 'officer':
      return [];
  }
}

function otherChoices(kind: Actor['kind']): readonly string[] {
  switch (kind) {
    case 'parent':
      return ['keuze.volgen', 'keuze.mens'];
    case 'worker':
      return ['keuze.mijn-werk', 'keuze.gehoord', 'keuze.mens'];
    case 'officer':
      return ['keuze.mijn-kaarten', 'keuze.beloftes', 'keuze.mens'];
  }
}
