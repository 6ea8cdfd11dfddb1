import { type Escalation, filingsOf, isFiler } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { askedOf, askedOfYou } from './asked-of-you.ts';
import { decidedLines } from './decided-card.ts';
import { lessonLines } from './desk/decided-desk-card.ts';
import { dutchDate } from './dutch-date.ts';
import { adaptiveCard, fact, heading, line, subheading, type Words } from './elements.ts';
import { standLines } from './escalation-base-card.ts';
import { withinSize } from './within-size.ts';

/** Who reads the news. */
export interface Reader {
  readonly id: string;
  /** A reference with which to answer; `null`: there is none, and it is answered from the list of work. */
  readonly cardRef: string | null;
}

/**
 * How the question of a colleague stands: one card that is put in its own place at every change. Nothing personal on it, but
 * what this reader must do with it: what was asked of him, and what he tells the parent. `reader` absent: somebody else.
 */
export function filerStateCard(escalation: Escalation, words: Words, reader?: Reader): AdaptiveCard {
  const last = escalation.steps.at(-1);
  const title = words(newsTitle(escalation, reader?.id));
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: title,
      body: [
        heading(title),
        ...(isOfSystem(escalation, reader?.id) ? [line(words('bureau.vraag-systeem.waarom'))] : []),
        fact(words('kaart.nummer'), escalation.number),
        ...standLines(escalation, words),
        ...(last === undefined
          ? []
          : [fact(words('bureau.laatste-stap'), `${words(`bureau.stap.${last.kind}`)}, ${dutchDate(last.at)}`)]),
        ...(reader === undefined
          ? []
          : [
              ...askedOfYou(askedOf(escalation, reader.id), reader.cardRef, { scale, words }),
              ...(tellsParent(escalation, reader.id) ? toTell(escalation, scale, words) : []),
            ]),
      ],
    }),
  );
}

/** The key of the title: a colleague who filed nothing, and hears of it because of a task for the family, reads who did. */
export function newsTitle(escalation: Escalation, readerId: string | undefined) {
  return isOfSystem(escalation, readerId) ? 'bureau.vraag-systeem' : 'bureau.uw-vraag';
}

function isOfSystem(escalation: Escalation, readerId: string | undefined): boolean {
  if (readerId !== undefined && isFiler(escalation, readerId)) return false;
  return filingsOf(escalation).some(({ filedBy }) => filedBy.kind === 'system');
}

/** Whether this colleague tells the parent how it ended, because the system reaches nobody of the family. */
export const tellsParent = ({ closing }: Escalation, readerId: string): boolean =>
  closing?.told.kind === 'through-worker' && closing.told.ids.includes(readerId);

function toTell({ state, closing }: Escalation, scale: number, words: Words): readonly CardElement[] {
  return [
    subheading(words('bureau.u-vertelt')),
    ...(state.kind === 'decided' ? decidedLines(state.decision, words, scale) : []),
    ...(closing === null ? [] : lessonLines(closing.lesson, scale, words)),
  ];
}
