/**
 * `npm run -s replay -- FILE [--reading …] [--only K2,K3] [--without K1] [--set K2.days=14] [--timeline]`: plays a dated list
 * (JSON or CSV) through the stuck rules and prints one JSON object, or with `--timeline` a page for a person.
 * `KNOWLEDGE_DIR` is the municipality whose settings count.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dutchDay, stuckSentence, wordsOf } from '../../cards/index.ts';
import { type CaseSettings, type RuleMode, type StuckRuleId, stuckRuleIds } from '../../cases/index.ts';
import { caseSettings } from '../case-settings.ts';
import { readKnowledge } from '../read-knowledge.ts';
import { StartFault } from '../start-fault.ts';
import { type ReplayEvent, readList } from './replay-list.ts';
import { referredTwice } from './replay-referrals.ts';
import { chosen, factsIn, type Played, play, type Reading, type RuleChoice, readings } from './replay-run.ts';
import { timeline } from './replay-timeline.ts';

const USAGE =
  'Gebruik: npm run -s replay -- BESTAND [--reading earliest|representative|latest] [--only K2,K3] [--without K1] [--set K2.days=14] [--timeline]';

interface Asked {
  readonly file: string;
  readonly reading: Reading;
  readonly choice: RuleChoice;
  readonly timeline: boolean;
}

/** What a person typed that can't be carried out. */
class Refused extends Error {}

const isRule = (name: string): name is StuckRuleId => stuckRuleIds.some((id) => id === name);

function rulesIn(option: string, text: string, settings: CaseSettings): readonly string[] {
  const known = [...stuckRuleIds, ...settings.stuck.ownRules.map(({ id }) => id)];
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !known.includes(name));
  if (wrong === undefined) return names;
  throw new Refused(`${option}: "${wrong}" is geen regel. Kies uit ${known.join(', ')}.`);
}

const modes: readonly RuleMode[] = ['file', 'propose', 'warn', 'off'];

/** `K2.days=14` or `K3.mode=propose`. */
function setting(text: string): Pick<RuleChoice, 'days' | 'modes'> {
  const [, rule = '', name = '', value = ''] = /^([^.=]+)\.([^=]+)=(.*)$/.exec(text) ?? [];
  if (rule === 'K2' && name === 'days') {
    const days = Number(value);
    if (/^\d+$/.test(value) && days >= 1 && days <= 3650) return { days, modes: {} };
    throw new Refused(`--set: "${text}" kan niet. K2.days is een heel getal van 1 tot en met 3650.`);
  }
  const mode = modes.find((one) => one === value);
  if (isRule(rule) && name === 'mode' && mode !== undefined) return { days: null, modes: { [rule]: mode } };
  throw new Refused(`--set: "${text}" ken ik niet. Schrijf bijvoorbeeld K2.days=14 of K3.mode=propose.`);
}

const options = {
  reading: { type: 'string', default: 'representative' },
  only: { type: 'string' },
  without: { type: 'string' },
  set: { type: 'string', multiple: true },
  timeline: { type: 'boolean', default: false },
} as const;

function typed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : 'De opties zijn niet te lezen.'}\n${USAGE}`);
  }
}

function asked(args: readonly string[], settings: CaseSettings): Asked {
  const { values, positionals } = typed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refused(USAGE);
  const reading = readings.find((one) => one === values.reading);
  if (reading === undefined)
    throw new Refused(`--reading: "${values.reading}" ken ik niet. Kies uit ${readings.join(', ')}.`);
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
  if (list.kind === 'list') return list.events;
  const faults = list.faults.map(({ line, column, problem }) => `${file}, regel ${line}, kolom ${column}: ${problem}.`);
  throw new Refused([...faults, `${list.faults.length} fout(en) gevonden. Er is niets nagespeeld.`].join('\n'));
}

async function main(args: readonly string[]): Promise<void> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const knowledge = await readKnowledge(root, process.env.KNOWLEDGE_DIR ?? null);
  const words = wordsOf(knowledge);
  const municipal = caseSettings(knowledge.settings);
  const { file, reading, choice, ...wanted } = asked(args, municipal);
  const events = await eventsOf(file);
  const settings = chosen(municipal, choice);
  const facts = factsIn(events, reading);
  const referrals = referredTwice(events, reading, (to, first) =>
    words('naspelen.verwijzing', { partij: to, datum: dutchDay(first) }),
  );
  const sentence: (finding: Played['findings'][number]) => string = (finding) => stuckSentence(finding, facts, words);
  const played = play(facts, reading, settings, { sentence, referrals });
  const printed = wanted.timeline ? timeline(played, settings, words).join('\n') : JSON.stringify(played.outcome);
  process.stdout.write(`${printed}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refused) && !(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
