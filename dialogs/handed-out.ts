/**
 * What a card is about, found again from its reference: a form that was open when the server started anew, or whose
 * conversation fell silent, can still be sent. The reference is a random part, the minute it was handed out, and a hash of
 * both with the id of the family; who presses is asked about, family by family: a worker only among the own ones, an
 * officer, who has none, among all. It is a way to find, not a right: whether this person may is asked anew at every
 * press, so that there is no key to keep. The hash is written in letters: nine of its digits can pass for a citizen
 * service number, which is taken out of everything that is sent, and the card would be dead.
 */
import { inLetters } from '../cards/index.ts';
import type { StaffActor } from '../cases/index.ts';
import { draftsOf } from './state.ts';
import type { DialogDeps, DialogState, Draft } from './types.ts';

const STAMP = 6;
const SEAL = 22;
const MINUTE_MS = 60_000;
/** Well within the two days for which a family remembers the commands that were carried out. */
const MOST_MINUTES_OPEN = 24 * 60;

type Sealing = Pick<DialogDeps, 'newId' | 'now' | 'sha256'>;

/** A reference for a card about this family; `null`: the family is chosen on the card. */
export function handOut(deps: Sealing, caseId: string | null): string {
  const minute = Math.floor(deps.now().getTime() / MINUTE_MS);
  const open = `${deps.newId()}${minute.toString(36).padStart(STAMP, '0')}`;
  return `${open}${sealOf(open, caseId, deps)}`;
}

function sealOf(open: string, caseId: string | null, { sha256 }: Pick<DialogDeps, 'sha256'>): string {
  return inLetters(sha256(`${open}\n${caseId ?? ''}`).slice(0, SEAL));
}

interface Press {
  readonly deps: DialogDeps;
  readonly state: DialogState;
  readonly actor: StaffActor;
}

/** From the conversation, else from the reference itself. `undefined`: never handed out, or about a family that is not one's own. */
export async function draftOf({ deps, state, actor }: Press, cardRef: string): Promise<Draft | undefined> {
  const known = draftsOf(state).find(([ref]) => ref === cardRef)?.[1];
  if (known !== undefined) return known;
  const [open, seal] = [cardRef.slice(0, -SEAL), cardRef.slice(-SEAL)];
  if (minuteOf(cardRef) === undefined) return undefined;
  const caseIds = await familiesOf({ deps, actor });
  const found = [null, ...caseIds].find((caseId) => sealOf(open, caseId, deps) === seal);
  return found === undefined ? undefined : { caseId: found };
}

async function familiesOf({ deps, actor }: Pick<Press, 'deps' | 'actor'>): Promise<readonly string[]> {
  if (actor.kind === 'officer') return deps.desk.caseIds();
  return (await deps.cases.ownCases(actor)).map(({ caseId }) => caseId);
}

/**
 * Whether so much time passed that the family may have forgotten a press on this form: it is then not carried out, but
 * shown again with everything that was typed, so that nothing is written down twice.
 */
export function wasOpenLong(cardRef: string, now: Date): boolean {
  const minute = minuteOf(cardRef);
  return minute !== undefined && Math.floor(now.getTime() / MINUTE_MS) - minute > MOST_MINUTES_OPEN;
}

function minuteOf(cardRef: string): number | undefined {
  const stamp = cardRef.slice(-SEAL - STAMP, -SEAL);
  return /^[0-9a-z]{6}$/.test(stamp) ? Number.parseInt(stamp, 36) : undefined;
}
