import type { StaffActor } from '../../cases/index.ts';
import type { DialogDeps, DialogState, Turn } from '../types.ts';

export interface Submit {
  readonly deps: DialogDeps;
  readonly state: DialogState;
  readonly turn: Turn;
  readonly actor: StaffActor;
  readonly data: unknown;
}
