/** How a question stands, in plain words. The same words for who asks with a code and for who is told of a change. */
import { dutchDate, dutchDay, wordsOf } from '../cards/index.ts';
import type { Decision, Followed } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';

/** An escalation, with the names of who had it. */
export type Told = Pick<Followed, 'escalation' | 'names'>;

/** Who has it, or had it from this step on. `undefined`: the name is not known. */
export function ownerName({ escalation, names }: Told, { owner } = { owner: escalation.owner }): string | undefined {
  const name = names?.get(owner);
  return name === undefined ? undefined : plainName(name);
}

/** Reasons and own words are paragraphs of their own, never values of a template: `{{…}}` in them stays as it was typed. */
export function statusParagraphs({ escalation, names }: Told, knowledge: Knowledge): readonly string[] {
  const datum = dutchDay(escalation.due);
  const { state } = escalation;
  const text = wordsOf(knowledge);
  switch (state.kind) {
    case 'filed':
      return [
        text('status.ingediend', { datum, wie: ownerName({ escalation, names }) ?? text('indienen.aanspreekpunt') }),
      ];
    case 'taken':
      return [text('status.opgepakt', { naam: plainName(state.by.name), sinds: dutchDate(state.at), datum })];
    case 'decided':
      return decided(state.decision, knowledge);
    case 'withdrawn':
      return [text('status.ingetrokken', { datum: dutchDate(state.at) })];
  }
}

const verdicts = {
  granted: 'status.toegekend',
  refused: 'status.afgewezen',
  elsewhere: 'status.elders',
} as const satisfies Record<Decision['verdict'], string>;

function decided({ verdict, by, at, effectiveOn, reason, grounds }: Decision, knowledge: Knowledge): readonly string[] {
  const text = wordsOf(knowledge);
  const values = {
    naam: plainName(by.name),
    datum: dutchDate(at),
    ingang: dutchDay(effectiveOn),
    wie: plainName(grounds?.to ?? text('status.een-ander')),
  };
  const { rule = null, alternative = null, maatwerk = false } = grounds ?? {};
  return [
    text(verdicts[verdict], values),
    text('status.reden'),
    reason,
    ...(rule === null ? [] : [text('status.regel'), rule]),
    ...(alternative === null ? [] : [text('status.alternatief'), alternative]),
    ...(maatwerk ? [text('status.maatwerk')] : []),
    text('status.oneens'),
  ];
}

/** A name is a value of a template; it must not be able to be one itself. */
export function plainName(name: string): string {
  return name.replace(/\{(?=\{)/g, '{ ');
}
