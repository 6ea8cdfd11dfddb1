/** The card of the desk after the decision: what was decided, what is still due, and what there is to do until it is closed. */
import type { Closing, Decision } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { decidedLines } from '../decided-card.ts';
import { dutchDate, dutchDay } from '../dutch-date.ts';
import { adaptiveCard, dataLine, fact, heading, line, subheading, type Words } from '../elements.ts';
import { askedLines } from './asked.ts';
import { clockLines } from './clock.ts';
import { deskButtons } from './desk-buttons.ts';
import { type DeskFrame, mayAct } from './desk-view.ts';
import { shortened } from './lines.ts';
import { refreshing } from './refreshing.ts';
import { lastSteps } from './timeline.ts';
import { withinSize } from '../within-size.ts';

const LESSON = 1000;
const MOST_STEPS = 5;

/** `note`: why a press changed nothing, or what it did. */
export function decidedDeskCard(frame: DeskFrame, words: Words, note?: string): AdaptiveCard {
  const { cardRef, escalation } = frame;
  const { state, closing } = escalation;
  const card = withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('besloten.samenvatting'),
      body: [
        ...(note === undefined ? [] : [dataLine(note)]),
        heading(words(closing === null ? 'besloten.kop' : 'bureau.gesloten')),
        fact(words('kaart.nummer'), escalation.number),
        ...(state.kind === 'decided' ? decision(state.decision, scale, words) : []),
        ...clockLines(frame, scale, words),
        ...(closing === null ? [] : closed(closing, scale, words)),
        ...askedLines(frame, scale, words),
        subheading(words('bureau.tijdlijn')),
        ...lastSteps(frame, MOST_STEPS * scale, words),
        ...(mayAct(frame) ? deskButtons(frame, words) : [line(words('escalatie.alleen-lezen'))]),
      ],
    }),
  );
  return refreshing(card, cardRef);
}

function decision(made: Decision, scale: number, words: Words): readonly CardElement[] {
  const { grounds } = made;
  return [
    ...decidedLines(made, words, scale),
    ...(grounds === undefined
      ? []
      : [
          ...(grounds.to === null ? [] : [fact(words('bureau.voor-wie'), grounds.to)]),
          ...(grounds.blocker === null ? [] : [line(words(`bureau.blok.${grounds.blocker}`))]),
          ...(grounds.rule === null ? [] : [fact(words('bureau.veld.rule'), grounds.rule)]),
          ...(grounds.alternative === null
            ? []
            : [subheading(words('bureau.alternatief')), ...shortened(grounds.alternative, LESSON * scale, words)]),
          ...(grounds.maatwerk ? [line(words('bureau.maatwerk'))] : []),
        ]),
  ];
}

export function lessonLines(lesson: Closing['lesson'], scale: number, words: Words): readonly CardElement[] {
  const { cameAcross, why, changes, by, due } = lesson;
  return [
    ...(['cameAcross', 'why', 'changes'] as const).flatMap((key) => [
      subheading(words(`bureau.veld.${key}`)),
      ...shortened({ cameAcross, why, changes }[key], LESSON * scale, words),
    ]),
    fact(words('bureau.veld.lessonBy'), by ?? words('bureau.onbekend')),
    fact(words('bureau.veld.lessonDue'), due === null ? words('bureau.zonder-datum') : dutchDay(due)),
  ];
}

function closed({ at, by, lesson, published, told }: Closing, scale: number, words: Words): readonly CardElement[] {
  return [
    fact(words('bureau.gesloten-door'), `${by.name}, ${dutchDate(at)}`),
    ...lessonLines(lesson, scale, words),
    line(words(`bureau.verteld.${told.kind}`)),
    ...(published === null
      ? []
      : [
          subheading(words('bureau.op-de-pagina')),
          ...shortened(published.asked, LESSON * scale, words),
          ...shortened(published.did, LESSON * scale, words),
        ]),
  ];
}
