/**
 * The web channel's own way into Bot Framework. It carries no claims, no connector and no token client: what is said goes
 * into the conversation's log and nowhere else.
 */
import type { Activity, ConversationReference, ResourceResponse } from 'botbuilder';
import { ActivityTypes, BotAdapter, TurnContext } from 'botbuilder';
import type { DirectLine } from './directline/direct-line.ts';
import type { Conversation, IncomingActivity, OutgoingActivity } from './directline/types.ts';
import type { Log } from './log.ts';

export interface WebAdapterDeps {
  readonly directLine: Pick<DirectLine, 'send' | 'update' | 'remove'>;
  readonly log: Log;
  /** The fixed sentence with the person to call, for a turn that broke. */
  failure(): OutgoingActivity;
}

type Logic = (context: TurnContext) => Promise<void>;

/** Kinds that are for the SDK itself and that no visitor may see. */
const INTERNAL: readonly string[] = [ActivityTypes.Trace, ActivityTypes.InvokeResponse, 'delay'];

export class WebAdapter extends BotAdapter {
  readonly #deps: WebAdapterDeps;

  constructor(deps: WebAdapterDeps) {
    super();
    this.#deps = deps;
    this.onTurnError = async (context, error) => {
      deps.log.error('web-turn-failed', { channel: 'web', ...deps.log.faultOf(error) });
      await context.sendActivity(deps.failure());
    };
  }

  /** Runs one turn. A fault inside becomes the fixed sentence; rejects only when even that can't be said. */
  async receive(_conversation: Conversation, activity: IncomingActivity, logic: Logic): Promise<void> {
    await this.runMiddleware(new TurnContext(this, { ...activity }), logic);
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const visible = activities.filter(({ type }) => type === undefined || !INTERNAL.includes(type));
    const ids = this.#deps.directLine.send(context.activity.conversation.id, visible);
    if (ids === false) this.#deps.log.info('web-conversation-gone', { channel: 'web', count: visible.length });
    return Promise.resolve(activities.map((activity) => ({ id: (ids || [])[visible.indexOf(activity)] ?? '' })));
  }

  override updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse | undefined> {
    const { id } = activity;
    if (id === undefined || id === '') {
      return Promise.reject(new Error('Failed to update an activity: it has no id. Give the id that sending it gave.'));
    }
    const updated = this.#deps.directLine.update(context.activity.conversation.id, { ...activity, id });
    return Promise.resolve(updated ? { id } : undefined);
  }

  override deleteActivity(context: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    this.#deps.directLine.remove(context.activity.conversation.id, reference.activityId ?? '');
    return Promise.resolve();
  }

  override async continueConversation(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    const activity = TurnContext.applyConversationReference(
      { type: ActivityTypes.Event, name: 'continueConversation' },
      reference,
      true,
    );
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }
}
