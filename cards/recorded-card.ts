/** What was written down, what the rules made of it, and what can come next. */
import { type Day, type FamilyCase, handoverItems, type Recorded, type TeamMember } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { aftercareLines } from './aftercare-card.ts';
import { daysAfter } from './days-after.ts';
import { dutchDay } from './dutch-date.ts';
import {
  adaptiveCard,
  button,
  dataLine,
  fact,
  heading,
  line,
  quote,
  sentence,
  subheading,
  type Words,
} from './elements.ts';
import { continuityLines, wallLines } from './family-lines.ts';
import { namedRegisseurLines } from './one-regisseur.ts';
import { findingLines, stuckStateLines } from './stuck-card.ts';
import { mainButtons } from './work-buttons.ts';
import { subjectOf } from './work-subject.ts';

const SHOWN_WORDS = 1500;
const MOST_FOUND = 6;
const SHOWN_SUBJECT = 400;

export interface RecordedNews {
  readonly cardRef: string;
  readonly label: string;
  /** Of the form with which it was written down. */
  readonly name: string;
  readonly recorded: Recorded;
  /** Who has a task for this family now. */
  readonly team: readonly TeamMember[];
  readonly today: Day;
  /** Calendar days in which a request is answered, and in which a regisseur has a plan. */
  readonly answerDays: number;
  readonly planDays: number;
}

export function recordedCard(news: RecordedNews, words: Words): AdaptiveCard {
  const { cardRef, label, name, recorded, today } = news;
  const { familyCase, found, card } = recorded;
  const buttons = { cardRef, stuck: familyCase.stuck.findings.length > 0, aftercare: familyCase.aftercare !== null };
  return adaptiveCard({
    fallbackText: words('vastgelegd.samenvatting'),
    body: [
      heading(words('vastgelegd.kop')),
      fact(words('kaart.gezin'), label),
      line(words(`vastgelegd.${name}`)),
      ...details(news, words),
      ...(found.length === 0
        ? []
        : [
            subheading(words('vastgelegd.regels')),
            ...found.slice(-MOST_FOUND).flatMap((finding) => findingLines(finding, familyCase, today, words)),
          ]),
      ...(card === null ? [] : stuckStateLines({ card, familyCase }, words)),
    ],
    actions: [...nextButton(news, words), ...mainButtons(buttons, words)],
  });
}

/** What was changed is told as it stands in the list of work. */
const subjects = {
  'signal-handled': 'signal-open',
  promise: 'promise-due',
  'promise-date': 'promise-due',
  'promise-step': 'promise-due',
  'task-done': 'task-due',
} as const;

function subjectLine(
  familyCase: FamilyCase,
  item: Parameters<typeof subjectOf>[0],
  words: Words,
): readonly CardElement[] {
  const subject = subjectOf(item, familyCase, { words, longest: SHOWN_SUBJECT });
  return subject === null ? [] : [dataLine(subject)];
}

/** What belongs right after it. */
const nextForms: Readonly<Record<string, string>> = { 'worker-change': 'handover', regisseur: 'plan' };

function nextButton({ cardRef, name }: RecordedNews, words: Words): readonly CardElement[] {
  const next = nextForms[name];
  if (next === undefined) return [];
  return [button({ title: words(`knop.${next}`), verb: `new-${next}`, cardRef, style: 'positive' })];
}

function details(news: RecordedNews, words: Words): readonly CardElement[] {
  const { name, recorded, today } = news;
  const { familyCase, id } = recorded;
  switch (name) {
    case 'signal-handled':
    case 'promise':
    case 'promise-date':
    case 'promise-step':
    case 'task-done':
      return subjectLine(familyCase, { kind: subjects[name], id }, words);
    case 'signal-owner':
      return ownerDetails(news, words);
    case 'signals':
      return signalDetails(familyCase, id, words);
    case 'request':
      return requestDetails(news, words);
    case 'referral':
    case 'referral-outcome':
      return wallLines(familyCase, words);
    case 'regisseur':
      return regisseurDetails(news, words);
    case 'worker-change':
      return continuityLines(familyCase, today, words);
    case 'handover':
      return handoverDetails(familyCase, id, words);
    case 'aftercare':
      return familyCase.aftercare === null ? [] : aftercareLines(familyCase.aftercare, today, words);
    case 'measure': {
      const measure = familyCase.measures.find((one) => one.id === id);
      if (measure === undefined) return [];
      return [dataLine(words('vastgelegd.afspraak', { datum: dutchDay(measure.firstAppointmentBy) }))];
    }
    default:
      return [];
  }
}

/** Each tick is a message with an owner and a day. */
function signalDetails({ signals, facts }: FamilyCase, factId: string, words: Words): readonly CardElement[] {
  const own = signals.filter((one) => one.factId === factId);
  const by = facts.find(({ id }) => id === factId)?.by.name ?? '';
  const said = own[0]?.words ?? null;
  const [first] = own;
  return [
    ...own.map(({ code }) => line(`☐ ${words(`signaal.${code}`)}`)),
    ...(own.some(({ code }) => code === 'safety-concern') ? [line(words('vastgelegd.veiligheid'))] : []),
    ...(first === undefined ? [] : [sentence(words, 'vastgelegd.eigenaar', { naam: by, datum: dutchDay(first.due) })]),
    ...(said === null ? [] : [subheading(words('escalatie.woorden')), quote(said.text, SHOWN_WORDS)]),
  ];
}

function ownerDetails({ recorded, team }: RecordedNews, words: Words): readonly CardElement[] {
  const signal = recorded.familyCase.signals.find(({ id }) => id === recorded.id);
  if (signal === undefined) return [];
  const naam = team.find(({ id }) => id === signal.owner)?.name ?? words('mijn-werk.niemand');
  return [
    line(`☐ ${words(`signaal.${signal.code}`)}`),
    sentence(words, 'vastgelegd.eigenaar', { naam, datum: dutchDay(signal.due) }),
  ];
}

function requestDetails({ recorded, answerDays }: RecordedNews, words: Words): readonly CardElement[] {
  const request = recorded.familyCase.requests.find(({ id }) => id === recorded.id);
  if (request === undefined) return [];
  const { text, sha256 } = request.words;
  return [
    quote(text, SHOWN_WORDS),
    fact(words('escalatie.zegel'), sha256.slice(0, 12)),
    dataLine(words('vastgelegd.antwoord-voor', { datum: dutchDay(daysAfter(request.on, answerDays)) })),
  ];
}

/** Naming a regisseur and making the plan are one promise. */
function regisseurDetails({ recorded, planDays }: RecordedNews, words: Words): readonly CardElement[] {
  const regisseur = recorded.familyCase.regisseurs.find(({ id }) => id === recorded.id);
  if (regisseur === undefined) return [];
  const said = namedRegisseurLines(recorded.familyCase, regisseur, words).map((one) => dataLine(one));
  if (regisseur.canLead === 'no') return said;
  const by = dutchDay(daysAfter(regisseur.since, planDays));
  return [...said, dataLine(words('vastgelegd.regisseur.plan-voor', { datum: by }))];
}

function handoverDetails({ handovers }: FamilyCase, id: string, words: Words): readonly CardElement[] {
  const handover = handovers.find((one) => one.id === id);
  const missing = handoverItems.filter((item) => handover?.done.includes(item) === false);
  if (missing.length === 0) return [line(words('overdracht.compleet'))];
  return [subheading(words('overdracht.mist')), ...missing.map((item) => line(`☐ ${words(`overdracht.${item}`)}`))];
}
