/** The widget's side of the turn: from an activity of the web channel to an arrival, and from replies to its log. */
import type { TurnContext } from 'botbuilder';
import type { Actor } from '../cases/index.ts';
import type { Reply, TurnInput } from '../dialogs/index.ts';
import { cardRefOf, type Outgoing, toWebActivities } from './activities.ts';
import type { TurnHandler } from './arrival.ts';
import type { Conversation, IncomingActivity } from './directline/types.ts';
import type { WebAdapter } from './web-adapter.ts';

/** Cards in open conversations that a newer one may still replace. */
const MAX_CARDS = 10_000;

export interface WebTalk {
  /** Carries out one turn of a visitor, or of a persona of the demo. */
  arrive(conversation: Conversation, activity: IncomingActivity): Promise<void>;
  /** Says something that nobody asked for; false when the conversation is gone. */
  send(conversationId: string, replies: readonly Reply[]): Promise<boolean>;
}

export interface WebTalkDeps {
  readonly adapter: WebAdapter;
  readonly handle: TurnHandler;
  /** A staff member of the demo has opened a conversation: news can be brought here. */
  onPersona(actorId: string, conversationId: string): Promise<void>;
}

export const webKey = (conversationId: string) => `web:${conversationId}`;

export const conversationIdOf = (key: string) => key.replace(/^web:/, '');

export function makeWebTalk(deps: WebTalkDeps): WebTalk {
  const { adapter, handle } = deps;
  const shown = new Map<string, string>();

  async function say(context: TurnContext, replies: readonly Reply[]): Promise<boolean> {
    const conversationId = context.activity.conversation.id;
    for (const outgoing of toWebActivities(replies)) {
      const id = await put(context, outgoing, shown.get(cardKey(conversationId, outgoing.replaces)));
      if (id === '') return false;
      remember(shown, cardKey(conversationId, outgoing.replaces ?? cardRefIn(outgoing)), id);
    }
    return true;
  }

  return {
    async arrive(conversation, activity) {
      const { persona } = conversation;
      await adapter.receive(conversation, activity, async (context) => {
        if (persona) await deps.onPersona(persona.id, conversation.id);
        const replies = await handle({
          channel: 'web',
          conversation: webKey(conversation.id),
          activityId: activity.id,
          actor: actorOf(conversation),
          input: inputOf(activity),
        });
        await say(context, replies);
      });
    },
    async send(conversationId, replies) {
      let arrived = false;
      await adapter.continueConversation(
        {
          channelId: 'directline',
          conversation: { id: conversationId, isGroup: false, conversationType: '', name: '' },
        },
        async (context) => {
          arrived = await say(context, replies);
        },
      );
      return arrived;
    },
  };
}

/** Gives the id of the activity, or an empty text when the conversation is gone. */
async function put(context: TurnContext, { activity }: Outgoing, earlierId: string | undefined): Promise<string> {
  if (earlierId !== undefined) {
    const updated = await context.updateActivity({ ...activity, id: earlierId });
    if (updated) return earlierId;
  }
  const sent = await context.sendActivity(activity);
  return sent?.id ?? '';
}

function actorOf({ id, persona }: Conversation): Actor {
  return persona ? { kind: persona.kind, id: persona.id, name: persona.name } : { kind: 'parent', address: webKey(id) };
}

function inputOf({ type, text, value }: IncomingActivity): TurnInput {
  if (type === 'conversationUpdate') return { kind: 'opened' };
  if (!value) return { kind: 'text', text: text ?? '' };
  const { verb, ...data } = value;
  return { kind: 'submit', verb: typeof verb === 'string' ? verb : '', data };
}

function cardRefIn({ activity }: Outgoing): string | null {
  return activity.attachments ? cardRefOf(activity.attachments) : null;
}

function cardKey(conversationId: string, cardRef: string | null): string {
  return `${conversationId}/${cardRef ?? ''}`;
}

function remember(shown: Map<string, string>, key: string, id: string): void {
  if (key.endsWith('/')) return;
  shown.delete(key);
  shown.set(key, id);
  if (shown.size <= MAX_CARDS) return;
  const oldest = shown.keys().next();
  if (!oldest.done) shown.delete(oldest.value);
}
