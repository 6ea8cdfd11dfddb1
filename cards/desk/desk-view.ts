/** What a card of the desk needs beside the escalation: who looks, on which day, and who else may have it. */
import { type CardView, type Day, type Escalation, isFiler, type OnDuty } from '../../cases/index.ts';

export interface DeskFrame {
  readonly cardRef: string;
  readonly escalation: Escalation;
  /** Actor id of the officer who looks. */
  readonly viewer: string;
  readonly today: Day;
  /** In order of duty. */
  readonly officers: readonly OnDuty[];
  /** Opens a chat with the colleague who filed; `null`: a parent filed, or the address is not known. */
  readonly chat: string | null;
}

/** With the family: only what `openCard` and the actions give. */
export interface DeskView extends CardView, DeskFrame {}

/** Four eyes: who filed it decides nothing about it. */
export const mayAct = ({ escalation, viewer }: Pick<DeskFrame, 'escalation' | 'viewer'>): boolean =>
  !isFiler(escalation, viewer) && escalation.state.kind !== 'withdrawn';
