/** Which thing it is that waits: the words of the request, the sentence of the signal, to whom something was promised. */
import type { FamilyCase, WorkItem } from '../cases/index.ts';
import type { Words } from './elements.ts';
import { promiseWords } from './promise-words.ts';
import { isCut, shownText } from './shown-text.ts';
import { stuckSentence } from './stuck-sentence.ts';

/** On one line and at most so many characters; dots say that there is more. Only for a `TextRun`. */
export function startOf(text: string, longest: number): string {
  const shown = shownText(text, longest).replace(/\s+/g, ' ').trim();
  return isCut(text, longest) ? `${shown}…` : shown;
}

/** For a `TextRun`: words of people are in it, each at most `longest` characters. `null`: the kind says it all. */
export function subjectOf(
  { kind, id }: Pick<WorkItem, 'kind' | 'id'>,
  familyCase: FamilyCase,
  { words, longest }: { readonly words: Words; readonly longest: number },
): string | null {
  const { requests, signals, promises, tasks, plans, measures, handovers, aftercare, stuck, facts, escalations } =
    familyCase;
  const start = (text: string) => startOf(text, longest);
  const said = (key: string, values: Readonly<Record<string, string>>) =>
    words(`mijn-werk.wat.${key}`, Object.fromEntries(Object.entries(values).map(([name, one]) => [name, start(one)])));
  const withId = <T extends { readonly id: string }>(all: readonly T[], show: (one: T) => string): string | null => {
    const found = all.find((one) => one.id === id);
    return found === undefined ? null : show(found);
  };
  switch (kind) {
    case 'request-open':
      return withId(requests, (one) => said('vraag', { woorden: one.words.text }));
    case 'signal-open':
      return withId(signals, (one) => {
        const sentence = words(`signaal.${one.code}`);
        return one.words === null ? sentence : `${sentence} ${said('vraag', { woorden: one.words.text })}`;
      });
    case 'promise-due':
    case 'promise-without-date':
      return withId(promises, (one) =>
        said('belofte', {
          wat: promiseWords(one, words),
          aan: one.toWhom ?? words('afspraken.wie.gezin'),
          door: one.owner ?? words('afspraken.niemand'),
        }),
      );
    case 'task-due':
      return withId(tasks, ({ what: wat, who: wie }) => said('taak', { wat, wie }));
    case 'plan-review':
      return withId(plans, ({ planKind }) => start(planKind));
    case 'appointment-due':
      return withId(measures, ({ measureKind }) => start(measureKind));
    case 'handover-open':
      return withId(handovers, ({ from, to }) =>
        said('overdracht', { van: from ?? words('mijn-werk.niemand'), naar: to ?? words('mijn-werk.niemand') }),
      );
    case 'aftercare-moment':
      return aftercare === null ? null : said('nazorg', { wie: aftercare.contact });
    case 'chronic-review':
      return null;
    case 'proposal': {
      const finding = stuck.findings.find(({ key }) => key === id);
      return finding === undefined ? null : stuckSentence(finding, facts, words);
    }
    case 'question-asked':
      return withId(
        escalations.flatMap(({ questions }) => questions),
        (one) => said('vraag', { woorden: one.question }),
      );
    case 'card-open':
      return withId(escalations, ({ number: nummer }) => said('kaart', { nummer }));
  }
}
