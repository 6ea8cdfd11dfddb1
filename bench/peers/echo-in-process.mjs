/** The peer of a turn: a bare CloudAdapter that echoes, in process, over a connector that goes nowhere. */
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

/** A function that carries out one echo turn for a text. */
export function makeEcho() {
  const adapter = new InProcessAdapter(new ConfigurationBotFrameworkAuthentication({}));
  return (text) =>
    adapter.run(
      {
        type: 'message',
        id: 'a1',
        text,
        channelId: 'directline',
        serviceUrl: 'urn:inprocess:bench',
        from: { id: 'dl_1', role: 'user' },
        recipient: { id: 'bot' },
        conversation: { id: 'c1' },
      },
      async (context) => {
        await context.sendActivity(`Echo: ${context.activity.text}`);
      },
    );
}
