/**
 * `npm run -s replay -- FILE [--reading …] [--only K2,K3] [--without K1] [--set K2.days=14] [--timeline]`: plays a dated list
 * (JSON or CSV) through the stuck rules and prints one JSON object, or with `--timeline` a page for a person.
 * `KNOWLEDGE_DIR` is the municipality whose settings count.
 */
import { readFile } from 'node:fs/promises';
import { dutchDay, stuckSentence, wordsOf } from '../../cards/index.ts';
import { type CaseSettings, type RuleMode, type StuckRuleId, signalCodes, stuckRuleIds } from '../../cases/index.ts';
import { caseSettings } from '../case-settings.ts';
import { municipalKnowledge, print, Refused, run, typed } from './command.ts';
import { type ListFault, type ReplayEvent, readList } from './replay-list.ts';
import { referredTwice } from './replay-referrals.ts';
import { chosen, factsIn, type Played, play, type Reading, type RuleChoice, readings } from './replay-run.ts';
import { timeline } from './replay-timeline.ts';

const USAGE =
  'Gebruik: npm run -s replay -- BESTAND [--reading earliest|representative|latest] [--only K2,K3] [--without K1] [--set K2.days=14] [--timeline]\nHet bestand en de signaalcodes staan uitgelegd in docs/replay.md.';

interface Asked {
  readonly file: string;
  readonly reading: Reading;
  readonly choice: RuleChoice;
  readonly timeline: boolean;
}

const wrong = (message: string) => new Refused(message, 2);

const isRule = (name: string): name is StuckRuleId => stuckRuleIds.some((id) => id === name);

function rulesIn(option: string, text: string, settings: CaseSettings): readonly string[] {
  const known = [...stuckRuleIds, ...settings.stuck.ownRules.map(({ id }) => id)];
  const names = text.split(',').map((name) => name.trim());
  const odd = names.find((name) => !known.includes(name));
  if (odd === undefined) return names;
  throw wrong(`${option}: "${odd}" is geen regel. Kies uit ${known.join(', ')}.`);
}

const modes: readonly RuleMode[] = ['file', 'propose', 'warn', 'off'];

/** `K2.days=14` or `K3.mode=propose`. */
function setting(text: string): Pick<RuleChoice, 'days' | 'modes'> {
  const [, rule = '', name = '', value = ''] = /^([^.=]+)\.([^=]+)=(.*)$/.exec(text) ?? [];
  if (rule === 'K2' && name === 'days') {
    const days = Number(value);
    if (/^\d+$/.test(value) && days >= 1 && days <= 3650) return { days, modes: {} };
    throw wrong(`--set: "${text}" kan niet. K2.days is een heel getal van 1 tot en met 3650.`);
  }
  const mode = modes.find((one) => one === value);
  if (isRule(rule) && name === 'mode' && mode !== undefined) return { days: null, modes: { [rule]: mode } };
  throw wrong(`--set: "${text}" ken ik niet. Schrijf bijvoorbeeld K2.days=14 of K3.mode=propose.`);
}

const options = {
  reading: { type: 'string', default: 'representative' },
  only: { type: 'string' },
  without: { type: 'string' },
  set: { type: 'string', multiple: true },
  timeline: { type: 'boolean', default: false },
} as const;

function asked(settings: CaseSettings): Asked {
  const { values, positionals } = typed(options, USAGE);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw wrong(USAGE);
  const reading = readings.find((one) => one === values.reading);
  if (reading === undefined)
    throw wrong(`--reading: "${values.reading}" ken ik niet. Kies uit ${readings.join(', ')}.`);
  const sets = (values.set ?? []).map(setting);
  return {
    file,
    reading,
    timeline: values.timeline,
    choice: {
      only: values.only === undefined ? null : rulesIn('--only', values.only, settings),
      without: values.without === undefined ? [] : rulesIn('--without', values.without, settings),
      days: sets.reduce<number | null>((days, one) => one.days ?? days, null),
      modes: sets.reduce<RuleChoice['modes']>((modes, one) => ({ ...modes, ...one.modes }), {}),
    },
  };
}

const whyUnread: Readonly<Record<string, string>> = {
  ENOENT: 'het bestand bestaat niet',
  EISDIR: 'dit is een map',
  EACCES: 'het bestand mag niet gelezen worden',
};

async function eventsOf(file: string): Promise<readonly ReplayEvent[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Refused(`${file}: ${whyUnread[code] ?? `het bestand is niet te lezen (${code})`}.`);
  }
  const list = readList(text, /\.csv$/i.test(file) ? 'csv' : 'json');
  const told = ({ line, column, problem }: ListFault) => `${file}, regel ${line}, kolom ${column}: ${problem}.`;
  if (list.kind === 'list') {
    for (const one of list.passedOver) process.stderr.write(`Let op: ${told(one)}\n`);
    return list.events;
  }
  const { faults } = list;
  const codes = faults.some(({ unknownCode }) => unknownCode)
    ? [`Bekende signaalcodes (uitleg in docs/replay.md): ${signalCodes.join(', ')}.`]
    : [];
  const count = `${faults.length} fout(en) gevonden. Er is niets nagespeeld.`;
  throw new Refused([...faults.map(told), ...codes, count].join('\n'));
}

await run(async () => {
  const knowledge = await municipalKnowledge();
  const words = wordsOf(knowledge);
  const municipal = caseSettings(knowledge.settings);
  const { file, reading, choice, ...wanted } = asked(municipal);
  const events = await eventsOf(file);
  const settings = chosen(municipal, choice);
  const facts = factsIn(events, reading);
  const referrals = referredTwice(events, reading, (to, first) =>
    words('naspelen.verwijzing', { partij: to, datum: dutchDay(first) }),
  );
  const sentence: (finding: Played['findings'][number]) => string = (finding) => stuckSentence(finding, facts, words);
  const played = play(facts, reading, settings, { sentence, referrals });
  print(wanted.timeline ? timeline(played, settings, words) : [JSON.stringify(played.outcome)]);
  return 0;
});
