/** How a question was read, from the typed words to the decision, and the same in plain Dutch for an editor. */

export interface ExplainedWord {
  readonly typed: string;
  /** After correction of spelling; the same when nothing was corrected. */
  readonly readAs: string;
}

export interface ExplainedCandidate {
  readonly intent: string;
  readonly title: string;
  /** 0 to 1; 0 when it was not worked out. */
  readonly certainty: number;
  /** What spoke for it, the strongest first. */
  readonly words: readonly { readonly word: string; readonly weight: number }[];
  /** The recognition rule that holds, as the editor wrote it. */
  readonly rule: string | null;
  readonly likeExample: string | null;
}

export interface Explanation {
  readonly words: readonly ExplainedWord[];
  /** Concepts of `woorden.json`. */
  readonly concepts: readonly string[];
  /** Signals of the crisis layer that were found. */
  readonly crisis: readonly string[];
  /** Best first. */
  readonly candidates: readonly ExplainedCandidate[];
  readonly decided: 'answer' | 'suggest' | 'decline';
  readonly because: readonly string[];
}

const shownWords = 6;
const shownCandidates = 5;

const decisions = {
  answer: 'de chat geeft een antwoord',
  suggest: 'de chat vraagt: bedoelt u …?',
  decline: 'de chat zegt eerlijk dat er geen antwoord is',
} as const;

/** Lines for an editor: what was recognised, why, and what almost was. */
export function explanationLines({ words, concepts, crisis, candidates, decided, because }: Explanation): string[] {
  const corrected = words.filter(({ typed, readAs }) => typed !== readAs);
  return [
    `Besluit: ${decisions[decided]}.`,
    ...list('Gevaar', crisis, 'geen signaal gevonden'),
    ...list(
      'Verbeterd',
      corrected.map(({ typed, readAs }) => `${typed} → ${readAs}`),
    ),
    ...list('Begrippen', concepts),
    ...(decided === 'decline' ? nothingLines(candidates) : recognisedLines(candidates)),
    ...(because.length === 0 ? [] : ['Redenen:', ...because.map((reason) => `  - ${reason}`)]),
  ];
}

function recognisedLines(candidates: readonly ExplainedCandidate[]): string[] {
  const [best, ...others] = candidates.slice(0, shownCandidates);
  if (best === undefined) return ['Herkend: niets.'];
  return [...candidateLines(best, 'Herkend'), ...others.flatMap((one) => candidateLines(one, 'Bijna'))];
}

/** Of a declined question no certainty is told: it only divides one hundred over candidates that are all too far away. */
function nothingLines(candidates: readonly ExplainedCandidate[]): string[] {
  const near = candidates.filter(({ rule, likeExample }) => rule !== null || likeExample !== null);
  if (near.length === 0) return ['Herkend: niets. Geen enkel voorbeeld lijkt erop.'];
  const lines = near.slice(0, shownCandidates).map((one) => ({ ...one, certainty: 0 }));
  return [
    'Niets herkend. Dit lag er het dichtst bij, maar niet dichtbij genoeg:',
    ...lines.flatMap((one) => candidateLines(one, 'Bijna')),
  ];
}

function candidateLines(candidate: ExplainedCandidate, label: string): string[] {
  const { intent, title, certainty, words, rule, likeExample } = candidate;
  const sure = certainty > 0 ? `, zekerheid ${Math.round(certainty * 100)} %` : '';
  const spoke = words
    .slice(0, shownWords)
    .map(({ word, weight }) => `${word} (${weight.toFixed(1).replace('.', ',')})`);
  return [
    `${label}: ${title} [${intent}]${sure}`,
    ...(spoke.length > 0 ? [`  door de woorden: ${spoke.join(', ')}`] : []),
    ...(rule === null ? [] : [`  door de regel: ${rule}`]),
    ...(likeExample === null ? [] : [`  lijkt op het voorbeeld: "${likeExample}"`]),
  ];
}

/** Nothing at all when the list is empty, unless there are words for that. */
function list(label: string, items: readonly string[], none?: string): string[] {
  if (items.length > 0) return [`${label}: ${items.join('; ')}.`];
  return none === undefined ? [] : [`${label}: ${none}.`];
}
