/**
 * Plays the case of the ombudsman's report (2019/067) on the demo page by hand: the mother, the worker and the aanspreekpunt,
 * from her first request in October 2017 to the lesson. What was known that month comes from the list that is also replayed.
 */
import type { Locator, Page } from 'playwright-core';
import { aFamilyCase, aMember, aParty } from './a-family-case.ts';
import { listOf } from './a-replay.ts';
import { MOTHERS_QUESTION, REASON, type Side } from './play-the-demo.ts';

/** Monday morning in the month of her first request. */
export const FIRST_REQUEST = Date.parse('2017-10-16T08:00:00.000Z');
export const ANSWER = 'Dat is mevrouw Smit van de school. Zij belt terug en zij kent ons.';
export const ORDER = 'Lever één regisseur met mandaat, die naast de ouders staat.';
const REGISSEUR = 'Roos de Wit';
export const LESSON = {
  cameAcross: 'U moest het steeds opnieuw vertellen. Niemand zei wie de baas was over het plan.',
  why: 'Wij wisten van het probleem. Het bleef liggen, want niemand was eigenaar.',
  changes: 'Elk gezin met meer dan drie organisaties krijgt op dag één een naam.',
};
export const PUBLISHED = {
  asked: 'Wie heeft de regie als er veel organisaties zijn?',
  did: 'Elk gezin krijgt op dag één een naam.',
};

const [dimence, request] = listOf('raalte.json');
/** What the CJG knew in that month, as codes of the list. */
export const KNOWN: readonly string[] = [...(dimence?.signals ?? []), ...(request?.signals ?? [])];

/** As it stood before anybody wrote anything down: several agencies, no plan, no regisseur. */
export const theFamily = () =>
  aFamilyCase({
    id: 'raalte',
    label: 'Gezin Van Raalte',
    createdAt: '2017-09-01T08:00:00.000Z',
    workers: ['demo-medewerker'],
    plans: 0,
    regisseurs: 0,
    family: {
      kind: 'known',
      label: 'Gezin Van Raalte',
      members: [aMember({ name: 'Mevrouw Van Raalte' }), aMember({ id: 'kind-1', name: 'Bram', role: 'kind' })],
      domains: ['jeugdhulp', 'onderwijs'],
    },
    parties: ['Dimence', 'De school', 'Het CJG'].map((organisation, place) =>
      aParty({ id: `party-${place}`, organisation, since: '2017-09-01' }),
    ),
  });

/** The newest card in this chat that shows these words; it may stand in the place of an older card, higher up. */
function form({ chat }: Side, showing: string) {
  const card: Locator = chat.locator('.ac-adaptiveCard', { hasText: showing }).last();
  return {
    card,
    type: (label: string | RegExp, words: string) => card.getByLabel(label).fill(words),
    tick: (label: string | RegExp) => card.getByLabel(label).check(),
    /** One of the answers to a question that several questions on the form share. */
    answer: (question: string | RegExp, answer: string | RegExp) =>
      card.getByRole('radiogroup', { name: question }).getByLabel(answer, { exact: true }).check(),
    press: (name: string) => card.getByRole('button', { name, exact: true }).click(),
  };
}

/** The worker writes down what was known, and what the mother asks, in her words. */
export async function writesDown(worker: Side, sentenceOf: (signal: string) => string): Promise<void> {
  await worker.says('signaal Van Raalte');
  await worker.sees('Wie zei het?');
  const signals = form(worker, 'Wie zei het?');
  for (const code of ['many-agencies', 'no-plan', 'regie-not-working']) await signals.tick(sentenceOf(code));
  await signals.answer('Wie zei het?', 'Ouder');
  await signals.press('Vastleggen');
  await worker.sees(/Eigenaar: Samira/);
  await worker.says('verzoek Van Raalte');
  await worker.sees('Waar vraagt het gezin om?');
  const asked = form(worker, 'Waar vraagt het gezin om?');
  await asked.answer('Waar vraagt het gezin om?', 'Een regisseur');
  await asked.type(/Wat vraagt het gezin\?/, MOTHERS_QUESTION);
  await asked.answer('Wie zei het?', 'Ouder');
  await asked.tick(sentenceOf('overload-parent'));
  await asked.press('Vastleggen');
}

/** The worker joins what the rules put on the desk, with the mother's words. Gives back her follow code. */
export async function filesForTheMother(worker: Side): Promise<string> {
  await worker.presses('Voeg iets toe');
  await worker.sees('Een vraag voorleggen aan het aanspreekpunt');
  const filing = form(worker, 'Een vraag voorleggen aan het aanspreekpunt');
  await filing.type(/Wat zegt het gezin\?/, MOTHERS_QUESTION);
  await filing.answer(/Is de situatie ingewikkeld/, 'Ja');
  await filing.answer(/Zit het vast/, 'Ja, het zit vast');
  await filing.answer(/schade/, 'Weet ik niet');
  await filing.press('Versturen');
  await worker.sees(/Volgcode voor het gezin/);
  const words = (await form(worker, 'Volgcode voor het gezin').card.textContent()) ?? '';
  return /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(words)?.[0] ?? '';
}

/** The officer opens the question with this number from the list, and sees these words on its card. */
export async function opens(officer: Side, number: string, sees: string | RegExp = MOTHERS_QUESTION): Promise<void> {
  await officer.says('mijn kaarten');
  await officer.sees(/Kies een regel/);
  await form(officer, 'Kies een regel').card.getByText(number).click();
  await officer.sees(sees);
}

/** Days go by until this is told, at most so many. Gives back everything that was told. */
export async function daysPass(page: Page, until: RegExp, most: number): Promise<string> {
  const told: string[] = [];
  for (let day = 0; day < most; day += 1) {
    const before = await page.locator('#dag').textContent();
    await page.locator('#dag-verder').click();
    await page.locator('#dag', { hasNotText: before ?? '' }).waitFor();
    told.push((await page.locator('#dag-nieuws').textContent()) ?? '');
    if (until.test(told.join('\n'))) return told.join('\n');
  }
  throw new Error(`In ${most} days nothing matched ${String(until)}. What was told: ${told.join('\n')}`);
}

/** The aanspreekpunt asks the mother something, with a day for the answer. */
export async function asksForMore(officer: Side, question: string, day: string): Promise<void> {
  await officer.presses('Meer nodig');
  const asking = form(officer, 'Wat wilt u weten?');
  await asking.type('Wat wilt u weten?', question);
  await asking.answer('Van wie?', 'de ouder');
  await asking.type('Voor welke dag?', day);
  await asking.press('Vraag stellen');
  await officer.sees('Uw vraag is gesteld.');
}

/** Takes it back from the deputy and decides yes, with an order and the name of the regisseur. */
export async function decidesWithARegisseur(officer: Side): Promise<void> {
  await officer.presses('Overnemen');
  const taking = form(officer, 'Alles wat nog loopt, komt bij u te liggen.');
  await taking.type(/De reden/, 'Ik had dit op tijd moeten doen.');
  await taking.press('Overnemen');
  await officer.sees('De vraag ligt nu bij u.');
  await officer.presses('Besluiten met opdracht');
  const deciding = form(officer, 'Opdracht aan welke organisatie?');
  await deciding.tick(/Ja, dit gaat gebeuren/);
  await deciding.type(/De reden/, REASON);
  await deciding.type(/vanaf wanneer/, '2017-11-01');
  await deciding.type(/Opdracht aan welke organisatie/, 'Dimence');
  await deciding.type('Wat moet die doen?', ORDER);
  await deciding.type(/Op welke grond/, 'Het contract met de gemeente, artikel 4.');
  await deciding.type(/klaar zijn/, '2017-11-10');
  await deciding.press('Besluit en opdracht vastleggen');
  await officer.sees('Het besluit en de opdracht zijn vastgelegd.');
  await officer.presses('Regisseur toewijzen');
  const naming = form(officer, 'Naam van de regisseur');
  await naming.type('Naam van de regisseur', REGISSEUR);
  await naming.type('Organisatie', 'Onafhankelijk');
  for (const question of [/de regie voeren/, /besluiten voor alle partijen/, /Klikt het/])
    await naming.answer(question, 'Ja');
  await naming.press('Regisseur toewijzen');
  await officer.sees(/De termijn voor het plan loopt/);
}

/** The worker writes down the plan that the family and the regisseur agreed to. */
export async function agreesOnAPlan(worker: Side): Promise<void> {
  await worker.says('plan vastleggen Van Raalte');
  await worker.sees('Wat voor plan?');
  const plan = form(worker, 'Wat voor plan?');
  await plan.answer('Wat voor plan?', 'gezinsplan');
  await plan.tick('Ouder 1');
  await plan.tick('Kind 1');
  await plan.tick('onderwijs');
  await plan.tick('jeugdhulp');
  await plan.type(/Wat eerst moet/, 'Rust in huis');
  await plan.type(/Wie zijn al akkoord/, `Mevrouw Van Raalte\n${REGISSEUR}`);
  await plan.press('Vastleggen');
  await worker.sees('Vastgelegd');
}

/** The order was carried out, and it is closed with what was learned, also for the public page. */
export async function closesWithTheLesson(officer: Side, today: string): Promise<void> {
  await officer.presses('Opdracht is gedaan');
  const done = form(officer, 'Welke opdracht?');
  await done.answer('Welke opdracht?', /Dimence/);
  await done.type('Wanneer?', today);
  await done.press('Vastleggen');
  await officer.sees('Vastgelegd dat de opdracht is gedaan.');
  await officer.presses('Afsluiten met de les');
  const lesson = form(officer, 'Hoe kwam dit over op het gezin?');
  await lesson.type(/Hoe kwam dit over/, LESSON.cameAcross);
  await lesson.type(/Hoe kon dit gebeuren/, LESSON.why);
  await lesson.type(/Wat veranderen wij/, LESSON.changes);
  await lesson.type(/Wie voert de verandering uit/, 'Het aanspreekpunt');
  await lesson.type(/Wanneer is de verandering klaar/, '2018-01-08');
  await lesson.type(/U vroeg:/, PUBLISHED.asked);
  await lesson.type(/Wij deden:/, PUBLISHED.did);
  await lesson.press('Afsluiten');
  await officer.sees(/De vraag is afgesloten/);
}

/** Everything that was answered after the last thing that this person said. */
export async function newestAnswer({ chat }: Side): Promise<string> {
  const after = chat.locator('.bubble.own').last().locator('xpath=following::*[contains(@class, "bubble")]');
  return (await after.allInnerTexts()).join('\n');
}
