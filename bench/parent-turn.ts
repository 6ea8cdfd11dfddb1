/** The parent's side of the turn bench, in a process of its own: from an activity of a proven conversation to its log. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { makeDemoCore } from '../bot/demo/demo-core.ts';
import { makeDirectLine } from '../bot/directline/direct-line.ts';
import { type Conversation, defaultLimits, type IncomingActivity } from '../bot/directline/types.ts';
import { makeLog } from '../bot/log.ts';
import { WebAdapter } from '../bot/web-adapter.ts';
import { makeWebTalk } from '../bot/web-talk.ts';
import { realTimers, realWorld } from '../bot/world.ts';
import { cpuPerCall } from './figure.ts';

async function makeParentTurn(): Promise<(text: string) => Promise<void>> {
  const log = makeLog({ level: 'error', stream: process.stderr, now: () => realWorld.now() });
  const core = await makeDemoCore('.');
  const directLine = makeDirectLine({
    key: randomBytes(32),
    limits: { ...defaultLimits, messagesPerMinute: Number.MAX_SAFE_INTEGER },
    log,
    timers: { after: (ms, run) => realTimers.after(ms, run), every: () => () => undefined },
    allowPersonas: true,
    parentsMaySubmit: false,
    now: () => realWorld.now(),
    newId: () => realWorld.newId(),
    maskText: (text) => text,
    emergency: () => null,
    emergencyNumbers: () => ({ type: 'message' }),
    onEnd: () => undefined,
    onArrival: () => Promise.resolve(),
  });
  const adapter = new WebAdapter({ directLine, log, failure: () => ({ type: 'message' }) });
  const talk = makeWebTalk({ adapter, handle: core.handle, onPersona: () => Promise.resolve() });
  // An open conversation is needed for the log; the turns themselves are those of a parent.
  const opened = await directLine.startAs?.({ kind: 'worker', id: 'bench', name: 'bench' });
  if (!opened) throw new Error('Failed to open a conversation for the bench.');
  const conversation: Conversation = {
    id: opened.conversationId,
    userId: 'dl_bench',
    persona: null,
    ipKey: 'bench',
    createdAt: realWorld.now(),
  };
  return (text) => talk.arrive(conversation, said(conversation, text));
}

let count = 0;

function said(conversation: Conversation, text: string): IncomingActivity {
  count += 1;
  return {
    type: 'message',
    id: `a${count}`,
    timestamp: realWorld.now(),
    channelId: 'directline',
    conversation: { id: conversation.id, isGroup: false, conversationType: '', name: '' },
    from: { id: conversation.userId, name: '' },
    recipient: { id: 'bot', name: '' },
    text,
  };
}

const asked = z.object({ turns: z.int(), said: z.array(z.string()).min(1) });
const made = makeParentTurn();
process.on('message', (message) => {
  const { turns, said: texts } = asked.parse(message);
  void made
    .then((turn) => cpuPerCall(turns, (index) => turn(texts[index % texts.length] ?? '')))
    .then((cpuMs) => process.send?.(cpuMs));
});
