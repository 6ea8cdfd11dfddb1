/**
 * `npm run -s talk -- [--as parent|worker|officer] [--json]`: a line of stdin is a turn, the replies go to stdout.
 * In memory, with the demo families. `!verb name=value` presses a button of the newest card, `/als worker` goes on as
 * somebody else and shows what came for that one, `/dag` (or `/dag 5`) lets days pass.
 */
import { cardRefOf } from '../activities.ts';
import { createInterface } from 'node:readline';
import { type Actor, addDays, type Day } from '../../cases/index.ts';
import { dayList, type Reply, type TurnInput } from '../../dialogs/index.ts';
import { type DemoCore, makeDemoCore } from '../demo/demo-core.ts';
import { demoPersona } from '../demo/identities.ts';
import { letOthersGo } from '../world.ts';
import { knowledgeDir, Refused, refuseWords, root, run, typed } from './command.ts';
import { buttonsOf, inWords } from './in-words.ts';

/** Far enough for every term, and not for ever. */
const MOST_DAYS = 400;
const USAGE = 'Gebruik: npm run -s talk -- [--as parent|worker|officer] [--json]';

type CardReply = Extract<Reply, { kind: 'card' }>;

interface Options {
  readonly actor: Actor;
  readonly json: boolean;
}

function readOptions(): Options {
  const { values, positionals } = typed(
    { as: { type: 'string', default: 'parent' }, json: { type: 'boolean', default: false } },
    USAGE,
  );
  refuseWords(positionals, USAGE);
  const actor = actorFor(values.as);
  if (actor === null)
    throw new Refused(`--as: "${values.as}" ken ik niet. Kies parent, worker of officer.\n${USAGE}`, 2);
  return { actor, json: values.json };
}

function actorFor(as: string): Actor | null {
  if (as === 'parent') return { kind: 'parent', address: 'talk:parent' };
  return as === 'worker' || as === 'officer' ? demoPersona(as) : null;
}

/** `+3` is the day three days from today, so that a file of lines goes on working; anything else is what it is. */
function dayOf(typedWord: string, today: Day): string {
  const days = /^\+(\d{1,3})$/.exec(typedWord)?.[1];
  return days === undefined ? typedWord : addDays(today, Number(days));
}

/**
 * `!decide verdict=granted reason="Er komt een regisseur"`: the button with this verb on the newest card, with its fields. A
 * verb that this card has no button for goes to what the card is about.
 */
function pressed(line: string, newest: CardReply | undefined, today: Day): TurnInput {
  const [, verb = '', rest = ''] = /^!(\S+)\s*(.*)$/s.exec(line) ?? [];
  const button = newest && buttonsOf(newest.card).find((candidate) => candidate.verb === verb);
  const about = { cardRef: newest && cardRefOf(newest.card) };
  const fields = [...rest.matchAll(/([\w-]+)=(?:"([^"]*)"|(\S+))/g)].map(([, name, quoted, bare]) => [
    name,
    quoted ?? dayOf(bare ?? '', today),
  ]);
  return { kind: 'submit', verb, data: { ...(button?.data ?? about), ...Object.fromEntries(fields) } };
}

const said = (...paragraphs: readonly string[]): readonly Reply[] => [
  { kind: 'text', paragraphs, links: [], tone: 'normal' },
];

/** Everybody has a conversation of their own, with its own newest card. */
function makeTalk(core: DemoCore, { actor: first, json }: Options) {
  const newest = new Map<string, CardReply>();
  let actor = first;
  let count = 0;
  const conversation = () => `talk:${actor.kind}`;

  const show = (line: string, replies: readonly Reply[]) => {
    const card = replies.findLast((reply) => reply.kind === 'card');
    if (card) newest.set(conversation(), card);
    const lines = json ? [JSON.stringify({ said: line, replies })] : [...replies.flatMap(inWords), ''];
    process.stdout.write(`${lines.join('\n')}\n`);
  };

  const turn = (input: TurnInput) => {
    count += 1;
    return core.handle({ channel: 'web', conversation: conversation(), activityId: String(count), actor, input });
  };

  const news = () => core.inbox.open(actor.kind === 'parent' ? actor.address : actor.id);

  async function goOnAs(who: string): Promise<readonly Reply[]> {
    const next = actorFor(who);
    if (!next) return said(`Nobody talks as "${who}". Choose parent, worker or officer.`);
    actor = next;
    return [...said(`You are the ${who} now.`), ...(await news())];
  }

  async function letPass(text: string): Promise<readonly Reply[]> {
    const days = Number(text === '' ? '1' : text);
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
      return said(`This is no number of days: "${text}". Choose 1 to ${MOST_DAYS}.`);
    const happened: string[] = [];
    for (let passed = 0; passed < days; passed += 1) {
      const day = await core.days.next();
      happened.push(`${day.shown}: ${day.happened.join(' ')}`);
    }
    return [...said(...happened), ...(await news()), ...(await waiting())];
  }

  /** What the day asks of the officer beside the questions. */
  async function waiting(): Promise<readonly Reply[]> {
    if (actor.kind !== 'officer') return [];
    const { cases, days } = core;
    return dayList({ cases, knowledge: core.knowledge(), today: days.today().day, pause: letOthersGo }, actor);
  }

  return {
    open: async () => {
      show('', await turn({ kind: 'opened' }));
    },
    async line(line: string) {
      const [, command, rest = ''] = /^\/(\S*)\s*(.*)$/.exec(line.trim()) ?? [];
      if (command === 'als') show(line, await goOnAs(rest));
      else if (command === 'dag') show(line, await letPass(rest));
      else if (command !== undefined)
        show(line, said(`There is no command "/${command}". Choose /als parent|worker|officer or /dag NUMBER.`));
      else if (line.startsWith('!'))
        show(line, await turn(pressed(line, newest.get(conversation()), core.days.today().day)));
      else show(line, await turn({ kind: 'text', text: line }));
    },
  };
}

async function talk(core: DemoCore, options: Options): Promise<void> {
  const conversation = makeTalk(core, options);
  if (!options.json) await conversation.open();
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') await conversation.line(line);
  }
}

await run(async () => {
  const options = readOptions();
  const core = await makeDemoCore(root, await knowledgeDir());
  if (options.actor.kind === 'officer') await core.fileDemoEscalation();
  await talk(core, options);
  return 0;
});
