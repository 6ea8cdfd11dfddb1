/** What holds after every step of a history. */
import type { Escalation, FamilyCase } from '../../../../../cases/index.ts';
import { dueItems } from '../../../../../cases/rules/escalation/due.ts';
import { filingsOf, standingFilings } from '../../../../../cases/rules/escalation/filings.ts';
import { sha256 } from '../../../../support/case-world.ts';
import { must, people, phaseOf, type World } from './world.ts';

const wordsHash = sha256('Niemand luistert.');

const joinedAreKept = (escalation: Escalation) => {
  const joined = escalation.steps.filter(({ kind }) => kind === 'joined').length;
  must(filingsOf(escalation).length === 1 + joined, 'nobody who joined is lost');
};

/** Where an escalation went on, its filings stand, each once, and can be followed with their codes. */
const goesOn = ({ escalations }: FamilyCase, from: Escalation) => {
  const on = from.steps.findLast(({ kind }) => kind === 'went-on');
  if (on === undefined) return;
  const to = escalations.find(({ id }) => id === on.about);
  const ids = to === undefined ? [] : filingsOf(to).map(({ id }) => id);
  must(ids.length === new Set(ids).size, 'every filing stands there once');
  must(
    phaseOf(from) === 'open' || standingFilings(from).every(({ id }) => ids.includes(id)),
    'what went on stands where it went',
  );
};

export const holds = (world: World) => {
  const { escalation, disk, model } = world;
  const { steps, closing, earlier, owner } = escalation;
  const filings = filingsOf(escalation);
  const decisions = steps.filter(({ kind }) => kind === 'decided').length;
  const first = filings.find(({ id }) => id === escalation.id);
  must(first?.ownWords.text === 'Niemand luistert.', 'the own words are as they were');
  must(first?.ownWords.sha256 === wordsHash, 'their hash is as it was');
  must(
    filings.every(({ ownWords }) => ownWords.sha256 === sha256(ownWords.text)),
    'the words of everybody are as they were',
  );
  must(disk.escalations.filter((one) => phaseOf(one) === 'open').length <= 1, 'a family has one open escalation');
  disk.escalations.forEach(joinedAreKept);
  disk.escalations.forEach((one) => {
    goesOn(disk, one);
  });
  must(decisions === model.decisions, 'every decision is one that the model knows');
  must(decisions <= model.rounds, 'one decision a round');
  must(earlier.length + 1 === model.rounds, 'every round is kept');
  must(
    [owner, ...steps.map((step) => step.owner)].every((one) => one !== ''),
    'there is an owner at every step',
  );
  const due = dueItems(escalation);
  must(
    due.every((item) => item.owner !== ''),
    'every day has an owner',
  );
  must(phaseOf(escalation) !== 'open' || due.some(({ kind }) => kind === 'answer'), 'what is open has a day');
  if (closing !== null) {
    const { cameAcross, why, changes } = closing.lesson;
    must(cameAcross.length > 9 && why.length > 9 && changes.length > 9, 'what is closed has a lesson');
    const last = steps.findLast(({ kind }) => kind === 'closed');
    const told = disk.notices.filter(({ stepId, to }) => stepId === last?.id && to.kind === 'address');
    must(told.length === Number(first?.withdrawn === null), 'the parent is told of the end, once');
  }
  for (const { id } of people) {
    const live = disk.cards.filter(({ addressee, state }) => addressee === id && state === 'live');
    const about = new Set(live.map(({ escalationId }) => escalationId));
    must(live.length === about.size, `at most one card of ${id} works for one escalation`);
  }
};
