/** The little of nlp.js that is used here: its packages bring no types. */
declare module '@nlpjs/core' {
  interface Nlp {
    settings: { autoSave: boolean; nlu: { log: boolean } };
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(
      language: string,
      text: string,
    ): Promise<{ intent: string; classifications: readonly { readonly intent: string; readonly score: number }[] }>;
  }
  export function containerBootstrap(): Promise<{ use(plugin: unknown): void; get(name: 'nlp'): Nlp }>;
}
declare module '@nlpjs/nlp' {
  export const Nlp: unknown;
}
declare module '@nlpjs/lang-nl' {
  export const LangNl: unknown;
  export class StemmerNl {
    tokenizeAndStem(text: string): string[];
  }
}
