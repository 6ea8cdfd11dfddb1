/** How a question stands, in plain words. The same words for who asks with a code and for who is told of a change. */
import { dutchDate, dutchDay, wordsOf } from '../cards/index.ts';
import type { Escalation } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';

/** Reasons and own words are paragraphs of their own, never values of a template: `{{…}}` in them stays as it was typed. */
export function statusParagraphs(escalation: Escalation, knowledge: Knowledge): readonly string[] {
  const datum = dutchDay(escalation.due);
  const { state } = escalation;
  const text = wordsOf(knowledge);
  switch (state.kind) {
    case 'filed':
      return [text('status.ingediend', { datum })];
    case 'taken':
      return [text('status.opgepakt', { naam: plainName(state.by.name), sinds: dutchDate(state.at), datum })];
    case 'decided': {
      const { decision } = state;
      const values = {
        naam: plainName(decision.by.name),
        datum: dutchDate(decision.at),
        ingang: dutchDay(decision.effectiveOn),
      };
      return [
        text(decision.verdict === 'granted' ? 'status.toegekend' : 'status.afgewezen', values),
        text('status.reden'),
        decision.reason,
        text('status.oneens'),
      ];
    }
    case 'withdrawn':
      return [text('status.ingetrokken', { datum: dutchDate(state.at) })];
  }
}

/** A name is a value of a template; it must not be able to be one itself. */
export function plainName(name: string): string {
  return name.replace(/\{(?=\{)/g, '{ ');
}
