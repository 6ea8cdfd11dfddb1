/** The two libraries people would take instead, trained on the same example phrases as ours. */
import { containerBootstrap } from '@nlpjs/core';
import { LangNl, StemmerNl } from '@nlpjs/lang-nl';
import { Nlp } from '@nlpjs/nlp';
import MiniSearch from 'minisearch';
import type { Prediction } from './score.ts';

export interface Example {
  readonly intent: string;
  readonly text: string;
}

export interface Recogniser {
  readonly name: string;
  readonly recognise: (text: string) => Promise<Prediction> | Prediction;
}

/** By intent: the fixed id to report, and whether it is a crisis answer. */
export interface Reporting {
  readonly fixedId: (intent: string) => string;
  readonly isCrisis: (intent: string) => boolean;
}

/** nlp.js as its manual says: one neural classifier for Dutch; what it calls `None` is a refusal. */
export async function trainNlpJs(examples: readonly Example[], report: Reporting): Promise<Recogniser> {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangNl);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.settings.nlu = { log: false };
  nlp.addLanguage('nl');
  for (const { intent, text } of examples) nlp.addDocument('nl', text, intent);
  await nlp.train();
  return {
    name: 'nlp.js',
    async recognise(text) {
      const { classifications, intent } = await nlp.process('nl', text);
      const ids = classifications.map((one) => one.intent).filter((id) => id !== 'None');
      const ranked = [...new Set(ids.map(report.fixedId))];
      return intent === 'None'
        ? { ranked: ['geen-antwoord', ...ranked], crisis: false }
        : { ranked, crisis: report.isCrisis(intent) };
    },
  };
}

/** Full text search over the examples with a Dutch stemmer, prefixes and typos; no hit is a refusal. */
export function indexMiniSearch(examples: readonly Example[], report: Reporting): Recogniser {
  const stemmer = new StemmerNl();
  const search = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ['text'],
    tokenize: (text) => stemmer.tokenizeAndStem(text),
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  search.addAll(examples.map(({ text }, id) => ({ id, text })));
  return {
    name: 'MiniSearch',
    recognise(text) {
      const ids = search.search(text).map(({ id }) => examples[Number(id)]?.intent ?? '');
      const [first = ''] = ids;
      return { ranked: [...new Set(ids.map(report.fixedId))], crisis: report.isCrisis(first) };
    },
  };
}
