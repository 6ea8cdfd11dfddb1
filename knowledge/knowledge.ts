/** What the rest of the house sees of the knowledge: read-only, both layers merged, placeholders filled on request. */
import type { Explanation } from './explanation.ts';
import type { Answer, Audience, Clarification, Flow, Place, Settings } from './schema.ts';

export type CrisisLevel = 'acuut' | 'crisis' | 'vraag';

export interface Match {
  /** Fixed ids, best first. A declined question has `geen-antwoord` first. */
  readonly ranked: readonly string[];
  /** The id whose answer is shown: the best one, or an extra topic under it; null unless `decided` is `answer`. */
  readonly answerId: string | null;
  /** A second question in the same message that has an answer of its own; null when there is none. */
  readonly alsoId: string | null;
  /** Ids of answers to offer in "Bedoelt u …?", at most three. */
  readonly suggestions: readonly string[];
  /** True at levels `acuut` and `crisis`. */
  readonly crisis: boolean;
  readonly level: CrisisLevel | null;
  readonly decided: 'answer' | 'suggest' | 'decline';
  /** Why, for people: which rule or word led to this. */
  readonly because: readonly string[];
}

export interface Knowledge {
  readonly settings: Settings;
  /** `widget.json`: the words of the web widget, with their placeholders still in them. */
  readonly widgetTexts: Readonly<Record<string, string>>;
  /** Never throws, whatever the text; at most 8,000 characters are looked at. */
  match(text: string, audience: Audience): Match;
  /** The same as `match`, told to an editor. Slower: for tools, never for a turn. */
  explain(text: string, audience: Audience): Explanation;
  /** Only the crisis layer: for the path that must work when everything else fails. Never throws. */
  crisisLevel(text: string): CrisisLevel | null;
  /** Whether this word, in lower case, stands in an example, an answer or the word list: then it is nobody's name. */
  knows(word: string): boolean;
  /** The question that tells these two answers apart, when there is one. */
  clarification(first: string, second: string): Clarification | undefined;
  answer(id: string): Answer | undefined;
  flow(id: string): Flow | undefined;
  place(key: string): Place | undefined;
  /** A text of `teksten.json` with its placeholders filled from `values` and the local facts. Throws on an unknown key. */
  text(key: string, values?: Readonly<Record<string, string>>): string;
  /** Fills `{{…}}` in any text of this knowledge base. An unknown placeholder is a fault that the loader has excluded. */
  fill(text: string, values?: Readonly<Record<string, string>>): string;
}

/** A fault in a knowledge file, in Dutch, for an editor. */
export interface KnowledgeFault {
  /** Path within the layer's folder, e.g. `voorbeeldstad/faq/wachtlijst.json`. */
  readonly file: string;
  /** Where in the file, e.g. `vervolg[1].plek`, or line and column for broken JSON. */
  readonly place: string;
  readonly problem: string;
}
