import { expect } from 'chai';
import { aMember } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aDeskTalk } from '../../support/a-desk-talk.ts';
import { officer1 } from '../../support/case-world.ts';

describe('the desk reads', () => {
  it('what there is to fill in for a decision, before anything is decided', async () => {
    const desk = await aDeskTalk();
    const form = await desk.submit('decide', {});
    expect(form).to.include(textOf('bureau.form.decide')).and.not.include(textOf('fout.reason'));
    expect((await desk.escalation()).state.kind).to.equal('filed');
  });

  it('everything of an escalation on one card: the words, the clock, whose it is', async () => {
    const text = await (await aDeskTalk()).opens();
    expect(text)
      .to.include('Niemand belt terug.')
      .and.include('Gezin De Vries')
      .and.include('vrijdag 4 december 2026')
      .and.include('Ligt bij')
      .and.include(officer1.name);
  });

  it('the own words whole, part by part, and nothing is lost between the parts', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => `woord${at}`).join(' ');
    const desk = await aDeskTalk({
      escalation: { ownWords: { text: words, sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' } },
    });
    expect(await desk.opens()).to.include(textOf('kaart.tekst-ingekort'));
    const pages = await Promise.all(['1', '2', '3', '4'].map((part) => desk.submit('words', { part })));
    const parts = pages.map((page) => page.split('\n').find((line) => /woord\d/.test(line)) ?? '');
    expect(parts.join('')).to.equal(words);
    expect(pages[0]).to.include('1 / 4').and.include(textOf('bureau.knop.lees-verder'));
    expect(pages[3]).to.include('4 / 4').and.not.include(textOf('bureau.knop.lees-verder'));
  });

  it('the steps with who and when, and the way back', async () => {
    const desk = await aDeskTalk();
    await desk.submit('take', {});
    const page = await desk.submit('timeline', {});
    expect(page)
      .to.include('maandag 23 november 2026')
      .and.include(textOf('bureau.stap.taken'))
      .and.include(officer1.name)
      .and.include(textOf('bureau.knop.terug'));
  });

  for (const verb of ['timeline', 'facts', 'words', 'answers'])
    it(`records every look and changes nothing: ${verb}`, async () => {
      const desk = await aDeskTalk();
      await desk.opens();
      const before = await desk.stored();
      const looks = desk.world.auditLines().length;
      await desk.submit(verb, {});
      expect(await desk.stored()).to.deep.equal(before);
      expect(desk.world.auditLines()).to.have.length(looks + 1);
    });
});

describe('a hundred refreshes', () => {
  it('change nothing and tell nobody (C8)', async () => {
    const desk = await aDeskTalk({
      family: { family: { kind: 'known', label: 'Gezin', members: [aMember()], domains: [] } },
    });
    await desk.opens();
    const before = await desk.stored();
    for (let refresh = 0; refresh < 100; refresh += 1) await desk.opens();
    expect(await desk.stored()).to.deep.equal(before);
  });
});
