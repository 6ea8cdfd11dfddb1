import { expect } from 'chai';
import { z } from 'zod';
import { aTeamsApp, type Colleague, idOf, type TeamsApp } from '../support/a-teams-app.ts';
import { eventually } from '../support/an-app.ts';
import { plainHttp } from '../support/plain-http.ts';

const opened = z.object({ token: z.string(), conversationId: z.string() });
const activities = z.object({ activities: z.array(z.object({ text: z.string().optional() })) });

describe('journey: a worker joins the chat from the own Teams chat (P19 P24)', () => {
  let app: TeamsApp;
  let worker: Colleague;
  let chat: z.infer<typeof opened>;

  beforeEach(async () => {
    app = await aTeamsApp();
    worker = app.person('worker');
    chat = opened.parse((await plainHttp(`${app.url}/v3/directline/tokens/generate`, { json: {} })).body);
    await plainHttp(`${app.url}/v3/directline/conversations`, { json: {}, token: chat.token });
  });
  afterEach(() => app.stop());

  const path = () => `${app.url}/v3/directline/conversations/${chat.conversationId}/activities`;
  const parentSays = (text: string) => plainHttp(path(), { json: { type: 'message', text }, token: chat.token });
  const parentHears = (pattern: RegExp) =>
    eventually(
      async () => {
        const { body } = await plainHttp(path(), { token: chat.token });
        return activities.parse(body).activities.some(({ text = '' }) => pattern.test(text)) ? true : null;
      },
      `${String(pattern)} in the chat of the parent`,
    );
  const workerHears = (pattern: RegExp) => worker.receives(({ text = '' }) => pattern.test(text));
  /** Words of a parent stand on a card: a notification shows none of them. */
  const workerReads = (pattern: RegExp) =>
    worker.receives(({ text = '', attachments }) => !pattern.test(text) && pattern.test(JSON.stringify(attachments)));

  it('after the parent agreed, with the look in the audit and words both ways', async () => {
    await worker.says('ik heb dienst');
    await parentSays('Wij wachten al een jaar.');
    await parentSays('Ik wil een mens spreken');
    await parentHears(/Mag een medewerker meelezen/);
    expect(
      worker
        .chat()
        .map(({ text = '' }) => text)
        .join(),
    ).to.not.match(/wachten al een jaar/);
    await parentSays('Ja, een medewerker mag meelezen');
    await workerHears(/Een ouder in de chat wil een mens spreken/);
    await worker.says('ik kom erbij');
    await workerReads(/Wij wachten al een jaar\./);
    await parentHears(/Wil Werker leest nu mee/);
    await worker.says('Goedemorgen, ik help u.');
    await parentHears(/Goedemorgen, ik help u\./);
    await parentSays('Dank u!');
    await workerReads(/Dank u!/);
    const looks = (await app.audit()).filter(({ event }) => event === 'chat-joined');
    expect(looks.map(({ actor }) => actor)).to.deep.equal([idOf('worker')]);
  });

  it('is not for a stranger of the same organisation', async () => {
    const stranger = app.person('stranger');
    await stranger.says('ik heb dienst');
    await parentSays('Ik wil een mens spreken');
    await parentHears(/nu geen medewerker/);
  });
});
