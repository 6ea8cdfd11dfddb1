/**
 * dialogs/: scripted talk over plain data. Knows cases, cards and knowledge; knows nothing of Bot Framework,
 * of the register, or of Node.
 */
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
