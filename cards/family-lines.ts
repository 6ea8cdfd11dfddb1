/** What stands in the case of a family, as lines of a card: who does what, what was agreed, how often it went wrong. */
import {
  type CompleteCheck,
  type Continuity,
  continuityOf,
  type Day,
  type Deviation,
  type FamilyCase,
  wallCount,
} from '../cases/index.ts';
import type { CardElement } from './adaptive-card.ts';
import { dutchDate, dutchDay, dutchMoment } from './dutch-date.ts';
import { dataLine, line, run, runs, sentence, subheading, type Words } from './elements.ts';
import { shownName } from './shown-text.ts';

const MOST_LINES = 8;

const own = (text: string): CardElement => ({ type: 'TextRun', text });

/** At most eight of a list, and a sentence when there are more. */
function some<T>(all: readonly T[], show: (one: T) => CardElement, words: Words): readonly CardElement[] {
  const more = all.length - MOST_LINES;
  const shown = more > 0 ? all.slice(-MOST_LINES) : all;
  return [...shown.map(show), ...(more > 0 ? [line(words('gezin.meer', { aantal: String(more) }))] : [])];
}

/** Each deviation with since when and the next step. */
export function deviationLines({ deviations }: CompleteCheck, familyCase: FamilyCase, words: Words) {
  if (deviations.length === 0) return [];
  return [
    subheading(words('check.afwijkingen')),
    ...deviations.slice(0, MOST_LINES).flatMap((one) => deviationLine(one, familyCase, words)),
  ];
}

function deviationLine({ code, since, about, details }: Deviation, familyCase: FamilyCase, words: Words) {
  const when =
    since === null
      ? words('check.sinds-onbekend', { datum: dutchDate(familyCase.createdAt) })
      : words('check.sinds', { datum: dutchDay(since) });
  const named = [...namesOf(about, familyCase), ...details.map((detail) => detailOf(detail, familyCase, words))];
  return [
    runs({ ...own(`${words(`afwijking.${code}`)} ${when}`), weight: 'Bolder' }),
    ...(named.length === 0 ? [] : [runs(own(`${words('check.gaat-over')} ${shownName(named.join(', '))}`))]),
    line(words(`stap.${code}`)),
  ];
}

function namesOf(ids: readonly string[], { family, regisseurs, plans, measures }: FamilyCase): readonly string[] {
  const members = family.kind === 'known' ? family.members : [];
  return ids.flatMap(
    (id) =>
      regisseurs.find((one) => one.id === id)?.name ??
      plans.find((one) => one.id === id)?.planKind ??
      measures.find((one) => one.id === id)?.measureKind ??
      members.find((one) => one.id === id)?.name ??
      [],
  );
}

const missingParts = ['members', 'domains', 'priorities', 'owner', 'agreed-on'];
const domainNames = [
  'werk-inkomen-schulden',
  'wonen',
  'maatschappelijke-ondersteuning',
  'onderwijs',
  'jeugdhulp',
  'veiligheid',
  'gezondheid',
];

function detailOf(detail: string, { trajectories }: FamilyCase, words: Words): string {
  if (missingParts.includes(detail)) return words(`check.mist.${detail}`);
  if (domainNames.includes(detail)) return words(`leefgebied.${detail}`);
  return trajectories.find(({ id }) => id === detail)?.what ?? detail;
}

/** What was looked at, by whom and when: the evidence under a verdict. */
export function evidenceLines({ lookedAt, by, at }: CompleteCheck, familyCase: FamilyCase, words: Words) {
  const silent = familyCase.sources.filter((source) => !lookedAt.includes(source));
  return [
    ...lookedAt
      .filter((source) => source !== 'register')
      .map((source) => runs(own(`${words('check.bekeken.bron')} `), run(source))),
    ...silent.map((source) => runs(own(`${words('check.onbekend.bron')} `), run(source))),
    sentence(words, 'check.bekeken.door', { naam: by, moment: dutchMoment(at) }),
  ];
}

export function partyLines({ parties }: FamilyCase, words: Words): readonly CardElement[] {
  const current = parties.filter(({ until }) => until === null);
  if (current.length === 0) return [];
  const show = ({ organisation, person, task, since, domain }: FamilyCase['parties'][number]) =>
    runs(
      run(organisation, { bold: true }),
      own(`: ${shownName([task, ...(person === null ? [] : [person])].join(', '))}`),
      ...(domain === null ? [] : [own(`, ${words(`leefgebied.${domain}`)}`)]),
      ...(since === null ? [] : [own(`, ${words('check.regisseur.sinds', { datum: dutchDay(since) })}`)]),
    );
  return [subheading(words('escalatie.betrokken')), ...some(current, show, words)];
}

/** Regie as a list of tasks: done, to do, too late. */
export function taskLines({ tasks }: FamilyCase, today: Day, words: Words): readonly CardElement[] {
  if (tasks.length === 0) return [];
  const show = ({ what, who, due, doneOn }: FamilyCase['tasks'][number]) => {
    const state =
      doneOn !== null
        ? words('taak.gedaan', { datum: dutchDay(doneOn) })
        : due === null
          ? words('taak.zonder-datum')
          : words(due < today ? 'taak.te-laat' : 'taak.open', { datum: dutchDay(due) });
    return runs(own(doneOn === null ? '☐ ' : '☑ '), run(what), own(', '), run(who), own(`, ${state}`));
  };
  const order = [...tasks.filter(({ doneOn }) => doneOn !== null), ...tasks.filter(({ doneOn }) => doneOn === null)];
  return [subheading(words('gezin.taken')), ...some(order, show, words)];
}

/** What was asked and is still open, in the words of the family. */
export function requestLines({ requests }: FamilyCase, words: Words): readonly CardElement[] {
  const open = requests.filter(({ endedOn }) => endedOn === null);
  if (open.length === 0) return [];
  const show = ({ requestKind, on, words: said }: FamilyCase['requests'][number]) =>
    runs(own(`${words(`verzoek.${requestKind}`)}, ${dutchDay(on)}: `), run(said.text));
  return [subheading(words('gezin.verzoeken', { aantal: String(open.length) })), ...some(open, show, words)];
}

/** "Van het kastje naar de muur" as a number, and where. */
export function wallLines(familyCase: FamilyCase, words: Words): readonly CardElement[] {
  const { referrals, withoutResult, parties } = wallCount(familyCase);
  if (referrals === 0) return [];
  const values = { aantal: String(referrals), zonder: String(withoutResult) };
  const sum = line(words(withoutResult === 0 ? 'gezin.verwezen' : 'gezin.kastje-muur', values));
  if (withoutResult === 0) return [sum];
  return [
    sum,
    runs(
      run(
        parties
          .slice(0, MOST_LINES)
          .map(({ to, times }) => `${to} (${times} ×)`)
          .join(', '),
      ),
    ),
  ];
}

/** Changes of worker, and days on which nobody was there; also for each measure. */
export function continuityLines(familyCase: FamilyCase, today: Day, words: Words): readonly CardElement[] {
  const told = continuityOf(familyCase, today).filter(({ changes }) => changes > 0);
  return told.slice(0, MOST_LINES).map((one) => dataLine(continuitySentence(one, familyCase, words)));
}

function continuitySentence(
  { measureId, changes, daysWithout, withoutSince }: Continuity,
  familyCase: FamilyCase,
  words: Words,
) {
  const measure = familyCase.measures.find(({ id }) => id === measureId)?.measureKind;
  const who = measure === undefined ? words('gezin.team') : words('gezin.maatregel', { maatregel: shownName(measure) });
  const values = { wie: who, aantal: String(changes), dagen: String(daysWithout) };
  const now = withoutSince === null ? [] : [words('gezin.nu-niemand', { datum: dutchDay(withoutSince) })];
  return [words('gezin.wisselingen', values), ...now].join(' ');
}

/** The evidence of the check before the first contact ended. */
export function gateLines({ gateChecks }: FamilyCase, words: Words): readonly CardElement[] {
  const last = gateChecks.at(-1);
  if (last === undefined) return [];
  const values = { datum: dutchDay(last.contactOn), naam: last.by, moment: dutchMoment(last.at) };
  return [sentence(words, 'poort.gedaan', values), line(words(`poort.uitslag.${last.finding.kind}`))];
}
