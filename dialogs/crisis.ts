/** Numbers first. Nothing in this file waits, remembers or can be refused: it must work when the rest does not. */
import type { Answer, Knowledge, Match } from '../knowledge/index.ts';
import { municipalityLink, placeLinks } from './places.ts';
import { phoneLink, say, sayUrgently, uniqueLinks } from './say.ts';
import type { Link, Reply } from './types.ts';

/** Who reads of danger: each gets other words, and the same numbers. */
export type InDanger = 'citizen' | 'child' | 'colleague';

/** The answer to a text in which somebody may be in danger: the one that fits, else the fixed one. */
export function crisisReply(match: Match, knowledge: Knowledge, reader: InDanger = 'citizen'): Reply {
  const ids = [...(match.answerId === null ? [] : [match.answerId]), ...match.ranked];
  const answer = ids
    .map((id) => knowledge.answer(id))
    .find((one) => one?.soort === 'crisis' || one?.risico === 'crisis');
  return answer === undefined ? emergencyNumbers(knowledge) : dangerAnswer(answer, match.level, reader, knowledge);
}

/** Numbers first, with the words of this answer for this reader. */
export function dangerAnswer(answer: Answer, level: Match['level'], reader: InDanger, knowledge: Knowledge): Reply {
  const fixed = emergencyLinks(knowledge);
  const shown = forReader(answer, reader, knowledge);
  // The numbers of both: what fits the danger, and what fits who reads it.
  const steps = shown === answer ? answer.vervolg : [...answer.vervolg, ...shown.vervolg];
  const places = steps.flatMap((next) => {
    const place = next.soort === 'plek' ? knowledge.place(next.plek) : undefined;
    return place === undefined ? [] : placeLinks(place, knowledge);
  });
  const phones = places.filter(({ url }) => url.startsWith('tel:'));
  const sites = places.filter(({ url }) => !url.startsWith('tel:'));
  const numbers = level === 'acuut' ? [...fixed.slice(0, 1), ...phones, ...fixed] : [...phones, ...fixed];
  const paragraphs = shown.antwoord.map((paragraph) => knowledge.fill(paragraph));
  const links = withPlainTitles([...numbers, ...sites], knowledge);
  const noRescue = knowledge.text(reader === 'child' ? 'kind.geen-hulpdienst' : 'crisis.geen-hulpdienst');
  return sayUrgently([...paragraphs, noRescue], links);
}

function forReader(answer: Answer, reader: InDanger, knowledge: Knowledge): Answer {
  const { voorJongeren, voorProfessionals } = answer;
  const instead = { citizen: undefined, child: voorJongeren, colleague: voorProfessionals }[reader];
  return (instead === undefined ? undefined : knowledge.answer(instead)) ?? answer;
}

/** For the path on which everything else failed: fixed words and numbers, or null when the text holds no danger. */
export function emergencyReply(text: string, knowledge: Knowledge): Reply | null {
  const level = knowledge.crisisLevel(text);
  if (level !== 'acuut' && level !== 'crisis') return null;
  return emergencyNumbers(knowledge);
}

/** The fixed words and numbers, whatever was said. */
export function emergencyNumbers(knowledge: Knowledge): Reply {
  return sayUrgently(fixedParagraphs(knowledge), emergencyLinks(knowledge));
}

/** What is said when something broke: whose fault it is not, and who to call. What was typed may have been about danger. */
export function faultReply(knowledge: Knowledge): Reply {
  const paragraphs = [knowledge.text('storing'), knowledge.text('crisis.vast.1')];
  return say(paragraphs, [...municipalityLink(knowledge), ...emergencyLinks(knowledge)]);
}

/** For a worker who described danger in a form: the numbers, without taking the form away. */
export function dangerNow(knowledge: Knowledge): Reply {
  return sayUrgently([knowledge.text('ingediend.spoed')], emergencyLinks(knowledge));
}

/** Beside words that only resemble danger: one line, with the numbers to press. */
export function callInDanger(knowledge: Knowledge): Reply {
  return say([knowledge.text('crisis.reactie')], emergencyLinks(knowledge));
}

/** After the numbers, when nothing new was told: one line, with 112 to press. The other numbers stand right above. */
export function callAgain(line: string, knowledge: Knowledge): Reply {
  return say([line], emergencyLinks(knowledge).slice(0, 1));
}

/** After the numbers, when it can't be told what was meant: it may be danger, so all of them stand below the line. */
export function callWhenUnsure(line: string, knowledge: Knowledge): Reply {
  return say([line], emergencyLinks(knowledge));
}

function fixedParagraphs(knowledge: Knowledge): readonly string[] {
  return [
    knowledge.text('crisis.vast.1'),
    knowledge.text('crisis.vast.2'),
    knowledge.text('crisis.vast.3'),
    knowledge.text('crisis.geen-hulpdienst'),
  ];
}

/** Each number once, and under the words everybody knows it by: "Bel 112" instead of "Bel Alarmnummer: 112". */
export function withPlainTitles(links: readonly Link[], knowledge: Knowledge): readonly Link[] {
  const fixed = emergencyLinks(knowledge);
  return uniqueLinks(links).map((link) => fixed.find(({ url }) => url === link.url) ?? link);
}

/** 112, Veilig Thuis and 113 as numbers to press. */
export function emergencyLinks(knowledge: Knowledge): readonly Link[] {
  return ['112', 'veilig-thuis', '113'].flatMap((name) => {
    const telefoon = knowledge.text(`crisis.nummer-${name}`);
    return phoneLink(knowledge.text(`crisis.bel-${name}`, { telefoon }), telefoon);
  });
}
