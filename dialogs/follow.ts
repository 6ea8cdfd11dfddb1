/** A parent follows the own question with a code, and may take it back. Nothing here says anything about a family. */
import { dutchDate } from '../cards/index.ts';
import type { Escalation, Refusal } from '../cases/index.ts';
import { faultReply } from './crisis.ts';
import { placeLinks, SUPPORTER } from './places.ts';
import { isSaid } from './recognise.ts';
import { say } from './say.ts';
import { statusParagraphs } from './status.ts';
import type { DialogDeps, Reply, Turn } from './types.ts';

export interface FollowRequest {
  readonly deps: DialogDeps;
  readonly turn: Turn;
  readonly code: string;
  /** What was said besides the code. */
  readonly said: string;
}

/** A try counts before it is known to be good, so that many at the same moment gain nothing; a good one is given back. */
export async function follow(request: FollowRequest): Promise<readonly Reply[]> {
  const { deps, turn, code, said } = request;
  const { knowledge, cases } = deps;
  if (!deps.mayTryFollowCode(turn.conversation)) return [say([knowledge.text('volgen.te-vaak')])];
  if (isSaid(said, 'herken.intrekken-zeker', knowledge)) return withdraw(request);
  const followed = await cases.follow(code);
  if (followed.kind !== 'followed') return [notFollowed(followed, deps)];
  deps.followCodeWorked(turn.conversation);
  const { escalation } = followed;
  if (isSaid(said, 'herken.intrekken', knowledge) && isOpen(escalation)) return sure(request);
  return [status(escalation, deps), ...(isOpen(escalation) ? [mayWithdraw(request)] : [])];
}

/** A code that can't be looked up now is not a wrong code. */
function notFollowed({ kind }: Refusal, { knowledge }: DialogDeps): Reply {
  return kind === 'audit-unavailable' ? faultReply(knowledge) : say([knowledge.text('volgen.onbekend')]);
}

function status(escalation: Escalation, { knowledge }: DialogDeps): Reply {
  const values = { nummer: escalation.number, datum: dutchDate(escalation.filedAt) };
  const supporter = knowledge.place(SUPPORTER);
  return say(
    [
      knowledge.text('status.kop', values),
      ...statusParagraphs(escalation, knowledge),
      knowledge.text('status.eigen-woorden'),
      escalation.ownWords.text,
    ],
    supporter === undefined ? [] : placeLinks(supporter, knowledge),
  );
}

function mayWithdraw({ deps: { knowledge }, code }: FollowRequest): Reply {
  const takeBack = { title: knowledge.text('volgen.intrekken'), value: knowledge.text('intrekken.zeg', { code }) };
  const human = { title: knowledge.text('keuze.mens'), value: knowledge.text('keuze.mens') };
  return { kind: 'choices', prompt: knowledge.text('volgen.verder'), choices: [takeBack, human] };
}

function sure({ deps: { knowledge }, code }: FollowRequest): readonly Reply[] {
  const yes = { title: knowledge.text('intrekken.ja'), value: knowledge.text('intrekken.zeg-zeker', { code }) };
  const no = { title: knowledge.text('intrekken.nee'), value: code };
  return [{ kind: 'choices', prompt: knowledge.text('intrekken.zeker'), choices: [yes, no] }];
}

async function withdraw({ deps, turn, code }: FollowRequest): Promise<readonly Reply[]> {
  const { knowledge, cases } = deps;
  const reason = knowledge.text('intrekken.reden-ouder');
  const done = await cases.withdraw(turn.actor, { followCode: code }, reason, turn.commandId);
  if ('escalation' in done) deps.followCodeWorked(turn.conversation);
  switch (done.kind) {
    case 'followed':
      return [say([knowledge.text('intrekken.klaar', { nummer: done.escalation.number })])];
    case 'already-decided':
    case 'already-withdrawn':
      return [status(done.escalation, deps)];
    default:
      return [notFollowed(done, deps)];
  }
}

function isOpen({ state }: Escalation): boolean {
  return state.kind === 'filed' || state.kind === 'taken';
}
