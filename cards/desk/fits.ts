/** Whether there is something to fill a form of the desk in about. */
import { isOpen } from '../../cases/index.ts';
import { type DeskView, mayAct } from './desk-view.ts';

type Frame = Pick<DeskView, 'escalation' | 'viewer'>;

export const onDesk = (view: Frame): boolean => isOpen(view.escalation) && mayAct(view);
export const decided = (view: Frame): boolean => view.escalation.state.kind === 'decided' && mayAct(view);
export const notClosed = (view: Frame): boolean => mayAct(view) && view.escalation.closing === null;
export const anyOpen = (all: readonly { readonly done: unknown }[]): boolean => all.some(({ done }) => done === null);
