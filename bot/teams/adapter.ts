/** The SDK's adapter without its HTTP side: that one writes error texts into the answer and to the console. */
import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { AuthenticationError, type BotFrameworkAuthentication } from 'botframework-connector';
import type { Log } from '../log.ts';
import { type InboundActivity, inboundActivity } from './gate.ts';
import type { HttpAnswer, Speaker } from './receive.ts';
import { toSdkActivity } from './sdk-activity.ts';

/** The part of restify's request and response that is used here. */
export interface TeamsRequest {
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket?: { readonly remoteAddress?: string | undefined } | undefined;
}
export interface TeamsResponse {
  send(status: number, body?: unknown): unknown;
}

class TurnAdapter extends CloudAdapter {
  constructor(auth: BotFrameworkAuthentication, log: Log) {
    super(auth);
    this.onTurnError = (_context, error) => {
      log.error('teams-turn-failed', log.faultOf(error));
      return Promise.resolve();
    };
  }
  async receive(header: string, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.processActivity(header, activity, logic);
  }
}

export interface TeamsEndpointDeps {
  readonly auth: BotFrameworkAuthentication;
  readonly log: Log;
  /** Whether this caller may speak at all, before anything is read. */
  mayCall(request: TeamsRequest): boolean;
  receive(activity: InboundActivity, speaker: Speaker): Promise<HttpAnswer>;
}

/** Never rejects and never shows an error's text: a fault is a fixed body with status 500. */
export function makeTeamsEndpoint(deps: TeamsEndpointDeps) {
  const adapter = new TurnAdapter(deps.auth, deps.log);

  async function answerTo(request: TeamsRequest): Promise<HttpAnswer> {
    if (!deps.mayCall(request)) return { status: 403, body: { error: 'forbidden' } };
    const body = inboundActivity.safeParse(request.body);
    if (!body.success) return { status: 400, body: { error: 'bad-request' } };
    const { authorization } = request.headers;
    const header = typeof authorization === 'string' ? authorization : '';
    let answer: HttpAnswer = { status: 500, body: { error: 'internal' } };
    try {
      await adapter.receive(header, toSdkActivity(body.data), async (context) => {
        answer = await deps.receive(body.data, speakerOf(context));
      });
    } catch (error) {
      if (!(error instanceof AuthenticationError)) throw error;
      deps.log.warn('teams-refused', { code: error.message });
      return { status: 401, body: { error: 'unauthorized' } };
    }
    return answer;
  }

  return async (request: TeamsRequest, response: TeamsResponse): Promise<void> => {
    try {
      const { status, body } = await answerTo(request);
      response.send(status, body);
    } catch (error) {
      deps.log.error('teams-failed', deps.log.faultOf(error));
      response.send(500, { error: 'internal' });
    }
  };
}

function speakerOf(context: TurnContext): Speaker {
  return {
    async send(activities) {
      await context.sendActivities([...activities]);
    },
    async replace(activityId, activity) {
      await context.updateActivity({ ...activity, id: activityId });
    },
  };
}
