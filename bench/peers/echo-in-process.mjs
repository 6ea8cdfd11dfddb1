/**
 * The peer of a turn: a bare CloudAdapter that echoes, in process, over a connector that goes nowhere. Everything that the
 * SDK does for a turn is there: connector and token client made, TurnContext, middleware, one sendActivity. Not there, on
 * neither side: HTTP, the proof of who sent it, and a network call. (With the SDK's own authentication, switched off, it
 * costs about a quarter more; from `adapter.process` on, with its schemas, three quarters more.)
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ClaimsIdentity } from 'botframework-connector';

class InProcessAdapter extends CloudAdapter {
  run(activity, logic) {
    return this.processActivity(authenticated, activity, logic);
  }
}

const nowhere = {
  conversations: {
    replyToActivity: async () => ({ id: 'sent' }),
    sendToConversation: async () => ({ id: 'sent' }),
  },
};
const authenticated = {
  audience: 'bench',
  callerId: '',
  claimsIdentity: new ClaimsIdentity([], true),
  connectorFactory: { create: async () => nowhere },
};

const adapter = new InProcessAdapter(new ConfigurationBotFrameworkAuthentication({}));

function echo(text) {
  return adapter.run(
    {
      type: 'message',
      id: 'a1',
      timestamp: new Date(),
      text,
      channelId: 'directline',
      serviceUrl: 'urn:inprocess:bench',
      from: { id: 'dl_1', name: '', role: 'user' },
      recipient: { id: 'bot', name: '' },
      conversation: { id: 'c1', isGroup: false, conversationType: 'personal', name: '' },
    },
    async (context) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
    },
  );
}

process.on('message', async ({ turns, said }) => {
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn += 1) await echo(said[turn % said.length]);
  const { user, system } = process.cpuUsage(before);
  process.send((user + system) / 1000 / turns);
});
