/** The clock of an escalation: what was promised, what is due, and whose it is. */
import { type DueItem, dueItems, isOpen } from '../../cases/index.ts';
import type { CardElement } from '../adaptive-card.ts';
import { dutchDate, dutchDay } from '../dutch-date.ts';
import { fact, line, type Words } from '../elements.ts';
import type { DeskFrame } from './desk-view.ts';
import { mixed } from './lines.ts';
import { nameOf } from './names.ts';

const UP = 2;
const MOST_DUE = 10;

/** `scale`: the share of the usual number of lines. */
export function clockLines(frame: DeskFrame, scale: number, words: Words): readonly CardElement[] {
  const { escalation } = frame;
  const { due, promisedBy, state, owner, level } = escalation;
  const open = isOpen(escalation);
  return [
    ...(open ? [fact(words('escalatie.due'), dutchDay(due))] : []),
    ...(open && promisedBy !== due ? [fact(words('bureau.eerst-beloofd'), dutchDay(promisedBy))] : []),
    ...(open && due < frame.today ? [lateLine(words('bureau.te-laat'))] : []),
    state.kind === 'taken'
      ? fact(words('escalatie.stand.taken'), `${state.by.name}, ${dutchDate(state.at)}`)
      : fact(words('escalatie.stand'), words(`bureau.stand.${standOf(frame)}`)),
    fact(words('bureau.van-wie'), nameOf(owner, frame) ?? words('bureau.onbekend')),
    ...(level >= UP ? [line(words('bureau.niveau-hoger'))] : []),
    ...dueLines(frame, scale, words),
  ];
}

function standOf({ escalation: { state, closing } }: DeskFrame): string {
  return state.kind === 'decided' && closing !== null ? 'closed' : state.kind;
}

/** Everything else with a day, the first in front. */
function dueLines(frame: DeskFrame, scale: number, words: Words): readonly CardElement[] {
  const items = dueItems(frame.escalation).filter(({ kind }) => kind !== 'answer');
  const shown = items.slice(0, Math.max(1, Math.floor(MOST_DUE * scale)));
  return [
    ...shown.map((item) => dueLine(item, frame, words)),
    ...(shown.length < items.length ? [line(words('bureau.later'))] : []),
  ];
}

function dueLine({ kind, due, owner }: DueItem, frame: DeskFrame, words: Words): CardElement {
  const name = nameOf(owner, frame);
  const late = due < frame.today;
  return mixed(
    `${words(`bureau.wacht.${kind}`)} `,
    { data: dutchDay(due), strong: late },
    late ? ` (${words('bureau.voorbij')})` : '',
    ...(name === undefined ? [] : [', ', { data: name }]),
  );
}

function lateLine(text: string): CardElement {
  return { type: 'TextBlock', text, wrap: true, color: 'Attention', weight: 'Bolder' };
}
