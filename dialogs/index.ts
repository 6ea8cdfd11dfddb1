/**
 * dialogs/: scripted talk over plain data. Knows cases, cards and knowledge; knows nothing of Bot Framework,
 * of the register, or of Node.
 */
export { announce } from './announce.ts';
export { converse } from './converse.ts';
export { emergencyNumbers, emergencyReply, faultReply } from './crisis.ts';
export { effects } from './effects.ts';
export { initialState } from './state.ts';
export type {
  Choice,
  Converse,
  DialogDeps,
  DialogState,
  Link,
  Outcome,
  Reply,
  Turn,
  TurnInput,
} from './types.ts';
