import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type AMunicipality, aMunicipality } from '../support/a-municipality.ts';
import { anApp, type RunningApp } from '../support/an-app.ts';
import { readingLevel, readingLimits } from '../../knowledge/check/reading-level.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import {
  agreesOnAPlan,
  ANSWER,
  asksForMore,
  closesWithTheLesson,
  decidesWithARegisseur,
  daysPass,
  filesForTheMother,
  FIRST_REQUEST,
  KNOWN,
  LESSON,
  opens,
  ORDER,
  PUBLISHED,
  theFamily,
  newestAnswer,
  writesDown,
} from '../support/play-raalte.ts';
import { MOTHERS_QUESTION, REASON, side } from '../support/play-the-demo.ts';

describe('journey: the Raalte case in a browser, from the first request in October 2017 to the lesson', () => {
  let municipality: AMunicipality;
  let app: RunningApp;
  let page: Page;
  let faults: string[];

  beforeEach(async () => {
    // Ready in 2017 too: the talk with the client organisations is of that year.
    municipality = await aMunicipality({ gereedheid: { gesprekkenClientorganisaties: ['2017-09-04'] } });
    const began = performance.now();
    app = await anApp({
      env: { KNOWLEDGE_DIR: municipality.folder },
      world: { now: () => new Date(FIRST_REQUEST + performance.now() - began) },
      limits: { messagesPerMinute: 1_000, startsPerMinutePerIp: 1_000 },
    });
    await app.store.register.commit({ ...theFamily(), version: 1 });
    page = await (await browser()).newPage({ viewport: { width: 1440, height: 1000 } });
    page.setDefaultTimeout(15_000);
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
  });
  afterEach(async () => {
    await page.close();
    await app.stop();
    await municipality.remove();
  });
  after(closeBrowser);

  it('is on the desk the same day, goes a step on when a day is missed, and ends with a regisseur, a plan and a lesson she can read', async function () {
    this.timeout(240_000);
    const sentenceOf = (signal: string) => app.core.knowledge().text(`signaal.${signal}`);
    await page.goto(`${app.url}/demo`);
    await page.getByRole('heading', { name: 'Het is vandaag maandag 16 oktober 2017' }).waitFor();
    const [mother, worker, officer] = [
      side(page, '#chat-ouder'),
      side(page, '#chat-medewerker'),
      side(page, '#chat-aanspreekpunt'),
    ];
    await officer.sees(/mijn kaarten/);

    // She asks for a regisseur in her own words, and hears that she may.
    await mother.sees('Ik ben een computer');
    await mother.says(MOTHERS_QUESTION);
    await mother.sees('U mag vragen om een regisseur');

    // The worker writes down what the list says was known; the rules put it on the desk that same day.
    expect(KNOWN).to.include.members(['many-agencies', 'no-plan', 'regie-not-working', 'overload-parent']);
    await worker.sees(/één plan en één regisseur/);
    await writesDown(worker, sentenceOf);
    await worker.sees(/De kaart van dit gezin is open sinds maandag 16 oktober 2017/);
    await worker.says('Heeft gezin Van Raalte één plan en één regisseur?');
    await worker.sees(/Er is geen plan/);
    await worker.sees(/Er is geen regisseur/);
    const code = await filesForTheMother(worker);
    expect(code).to.match(/^.{4}-.{4}$/);
    const number = (await app.store.register.read('raalte'))?.escalations[0]?.number ?? '';

    // The officer takes it and asks for more; the mother answers with her code.
    await opens(officer, number);
    await officer.presses('Ik pak dit op');
    await asksForMore(officer, 'Wie vertrouwt u als regisseur?', '2017-10-20');
    await mother.says(`mijn code is ${code.toLowerCase()}`);
    await mother.sees('Wie vertrouwt u als regisseur?');
    await mother.says('Reageren op mijn vraag');
    await mother.sees(/Typ uw antwoord hieronder/);
    await mother.says(ANSWER);
    await mother.sees(/Dit stuur ik:/);
    await mother.says('Ja');
    await mother.sees(/staat nu bij uw vraag/);
    await opens(officer, number);
    await officer.sees(ANSWER);

    // The promised day passes and nobody decided: the deputy has it, and she reads that.
    const told = await daysPass(page, new RegExp(`${number}: de beloofde dag is voorbij. De vraag ging naar Els`), 30);
    expect(told).to.match(/kreeg een herinnering/);
    await mother.says(`mijn code is ${code}`);
    await mother.sees(/De dag van het antwoord is voorbij. Dat is niet goed/);

    // The aanspreekpunt takes it back and decides: an order with a day, and a regisseur. The worker writes down the plan.
    await opens(officer, number);
    await decidesWithARegisseur(officer);
    await agreesOnAPlan(worker);
    await worker.says('Heeft gezin Van Raalte één plan en één regisseur?');
    await worker.sees(/✔ .*plan/);
    await daysPass(page, new RegExp(number), 1);
    await opens(officer, number, 'Er is besloten');
    await closesWithTheLesson(officer, '2017-11-01');

    // She reads all of it with her code, in short sentences, and so does everybody on the public page.
    await mother.says(`mijn code is ${code}`);
    await mother.sees(LESSON.changes);
    const read = await newestAnswer(mother);
    for (const words of [
      'Johan (aanspreekpunt) heeft op dinsdag 31 oktober 2017 besloten: ja, dit gaat gebeuren.',
      'Het begint op woensdag 1 november 2017.',
      REASON,
      ORDER,
      'Dit is gedaan op woensdag 1 november 2017.',
      'De dag van het antwoord is voorbij. Dat is niet goed.',
      'wees een regisseur aan',
      'Er is één plan waar u het mee eens bent.',
      ...Object.values(LESSON),
      MOTHERS_QUESTION,
    ])
      expect(read).to.include(words);
    const { mean, longest } = readingLevel(read.split('\n'));
    expect(mean).to.be.at.most(readingLimits.mean.aim);
    expect(longest.words, longest.text).to.be.at.most(readingLimits.sentence.most);
    await page.goto(`${app.url}/u-vroeg-wij-deden`);
    await page.getByText(PUBLISHED.asked).waitFor();
    await page.getByText(PUBLISHED.did).waitFor();
    expect(faults).to.deep.equal([]);
  });
});
