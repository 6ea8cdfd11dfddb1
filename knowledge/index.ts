/** knowledge/: what a municipality may edit, as JSON, and the code that reads and matches it. Imports zod only. */
export { type JsonResult, readJson } from './json-text.ts';
export { type Explanation, explanationLines } from './explanation.ts';
export { jsonSchemas } from './json-schemas.ts';
export type { CrisisLevel, Knowledge, KnowledgeFault, Match } from './knowledge.ts';
export { type LearntStore, learnsEveryTime } from './learnt-store.ts';
export { loadKnowledge, type LoadOptions, type LoadOutcome } from './load.ts';
export { editDistance } from './match/spelling.ts';
export { missingForFiling, type ReadinessItem, readinessItems } from './readiness.ts';
export type { Answer, Audience, Flow, FlowStep, Intent, NextStep, Place, Settings } from './schema.ts';
