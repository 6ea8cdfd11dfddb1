/** "Ja, leg voor" or "ja, intrekken" while nothing is asked: the yes to a question that stood above. Nothing happens twice. */
import type { Knowledge } from '../../knowledge/index.ts';
import { FILING } from '../next-steps.ts';
import { plainWords } from '../plain-words.ts';
import { isAlternative } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import { offer, say } from '../say.ts';
import type { Outcome } from '../types.ts';
import { lookUp } from './following.ts';

/** `undefined`: it is something else, or no question lies here. */
export async function saidAgain({ deps, turn, state, plain }: Running): Promise<Outcome | undefined> {
  const { knowledge } = deps;
  const { followCode } = state;
  if (followCode === undefined) return undefined;
  if (!isAlternative(plain, 'herken.intrekken-zeker', knowledge) && !saysToFile(plain, knowledge)) return undefined;
  const seen = await lookUp(deps, turn, followCode);
  if (seen.kind === 'unseen' || seen.escalation.state.kind === 'withdrawn') return undefined;
  const ways = ['keuze.volgen', 'keuze.intrekken', 'keuze.mens'].map((key) => knowledge.text(key));
  return {
    state: { ...state, offered: [] },
    replies: [
      say([knowledge.text('indienen.ligt-er-al', { nummer: seen.escalation.number })]),
      offer(knowledge.text('antwoord.verder'), ways),
    ],
  };
}

/** The choice after which a question is filed. */
export function saysToFile(plain: string, knowledge: Knowledge): boolean {
  const flow = knowledge.flow(FILING);
  return Object.values(flow?.stappen ?? {}).some(
    (at) =>
      at.soort === 'vraag' &&
      at.keuzes.some(({ tekst, naar }) => {
        const to = flow?.stappen[naar];
        return to?.soort === 'actie' && to.actie === 'escalatie-indienen' && plainWords(tekst) === plain;
      }),
  );
}
