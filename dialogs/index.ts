/**
 * dialogs/: scripted talk over plain data. Knows cases, cards and knowledge; knows nothing of Bot Framework,
 * of the register, or of Node.
 */
export { announce, announceWork } from './announce.ts';
export { converse } from './converse.ts';
export { emergencyNumbers, emergencyReply, faultReply } from './crisis.ts';
export { dayList } from './desk/day-list.ts';
export type { DeskPort } from './desk/port.ts';
export { effects } from './effects.ts';
export { handOut } from './handed-out.ts';
export type { InvitationWords, Joined, PeoplePort, Said } from './people/port.ts';
export { initialState } from './state.ts';
export type {
  Choice,
  Converse,
  Dealt,
  DialogDeps,
  DialogState,
  Link,
  Outcome,
  Reply,
  Turn,
  TurnInput,
} from './types.ts';
