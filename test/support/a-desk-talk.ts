/** An officer at the desk, over the real subject: one family, one escalation, one card. */
import type { Escalation, StaffActor } from '../../cases/index.ts';
import { aCard, aFamilyCase, anEscalation, type CaseWishes } from './a-family-case.ts';
import { aWorkerTalk } from './a-worker-talk.ts';
import { textsIn } from './an-app.ts';
import { dataIn, filledIn } from './card-walk.ts';
import { officer1 } from './case-world.ts';
import { cardsIn } from './scripted-cases.ts';

export const DESK_CARD = 'card-0000000000000001';

export interface DeskWishes {
  readonly as?: StaffActor;
  readonly escalation?: Partial<Escalation>;
  readonly family?: CaseWishes;
}

export async function aDeskTalk({ as = officer1, escalation, family }: DeskWishes = {}) {
  const familyCase = aFamilyCase({
    escalations: [anEscalation(escalation)],
    cards: [aCard({ cardRef: DESK_CARD, addressee: officer1.id })],
    ...family,
  });
  const talk = await aWorkerTalk({ as, families: [familyCase] });
  const submit = async (verb: string, data: object) => {
    const input = { kind: 'submit', verb, data: { cardRef: DESK_CARD, ...data } } as const;
    const replies = await talk.replies(input);
    const said = replies.flatMap((reply) => (reply.kind === 'text' ? reply.paragraphs : []));
    return [...said, ...cardsIn(replies).flatMap(({ card }) => textsIn(card))].join('\n');
  };
  return {
    ...talk,
    submit,
    opens: () => submit('open', {}),
    /** Opens a form and fills it in, `#0` being the first choice of a field; `again` presses the same button of the same form once more. */
    async fills(form: string, fields: Readonly<Record<string, string>>) {
      const shown = await submit(`form-${form}`, {});
      const data = { ...formData(talk.newest()), ...filledIn(talk.newest(), fields) };
      const verb = `do-${form}`;
      return { shown, told: await submit(verb, data), again: () => submit(verb, data) };
    },
    async escalation(): Promise<Escalation> {
      const [stored] = (await talk.stored()).escalations;
      if (stored === undefined) throw new Error('There is no escalation in this case.');
      return stored;
    },
  };
}

/** What the button of the newest form sends by itself. */
function formData(card: unknown): object {
  const objects = dataIn(card).filter((data) => typeof data === 'object' && data !== null);
  return objects.find((data) => 'form' in data) ?? {};
}
