import { expect } from 'chai';
import { aDeskTalk } from '../../support/a-desk-talk.ts';
import { decision, lesson, reason } from '../../support/a-desk-decision.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { officer2 } from '../../support/case-world.ts';

const publishedAsked = 'Iemand die het overzicht houdt';
const publishedDid = 'Wij spraken af wie de regie heeft.';
const written = { ...lesson, publishedAsked, publishedDid };

const family = { label: 'Gezin De Vries' };
const decided = async () => {
  const desk = await aDeskTalk({ family });
  await desk.fills('decide', decision);
  return desk;
};
const published = async () => {
  const desk = await decided();
  return { ...desk, told: (await desk.fills('close', written)).told };
};

describe('what an officer writes for everybody', () => {
  it('comes back with everything typed, and says at which words somebody can be known', async () => {
    const desk = await decided();
    const typed = {
      publishedAsked: 'Gezin De Vries uit de Dorpsstraat 12 vroeg om regie, bel 06-12345678',
      publishedDid: 'Wil hielp, en Olga besloot.',
    };
    const { told } = await desk.fills('close', { ...lesson, ...typed });
    const said = (woorden: string) => textOf('bureau.fout.herkenbaar').replace('{{woorden}}', woorden);
    expect(told)
      .to.include(said('‘De Vries’, ‘Dorpsstraat 12’, ‘06-12345678’'))
      .and.include(said('‘Wil’, ‘Olga’'))
      .and.include(textOf('bureau.publiek.uitleg'));
    for (const text of [...Object.values(typed), ...Object.values(lesson)]) expect(told).to.include(text);
    expect((await desk.escalation()).closing).to.equal(null);
    await desk.fills('close', written);
    expect((await desk.escalation()).closing?.published).to.deep.equal({ asked: publishedAsked, did: publishedDid });
  });

  it('keeps off the page whom the family named in its own words, and says which names', async () => {
    const text = 'Ik ben Anja de Boer. Kevin gaat niet meer naar basisschool De Regenboog.';
    const desk = await aDeskTalk({
      family,
      escalation: { ownWords: { text, sha256: '', writtenAt: '2026-11-20T09:00:00.000Z' } },
    });
    await desk.fills('decide', decision);
    const asked = 'Moeder Anja de Boer vroeg hulp voor Kevin van basisschool De Regenboog';
    const { told } = await desk.fills('close', { ...lesson, publishedAsked: asked, publishedDid });
    const woorden = '‘Anja de Boer’, ‘Kevin’, ‘De Regenboog’';
    expect(told).to.include(textOf('bureau.fout.herkenbaar').replace('{{woorden}}', woorden));
    expect((await desk.escalation()).closing).to.equal(null);
  });

  it('stands on the closed card, and goes off the page with one press, for good and in the audit', async () => {
    const desk = await published();
    for (const text of [textOf('bureau.op-de-pagina'), publishedAsked, publishedDid, textOf('bureau.knop.unpublish')])
      expect(desk.told).to.include(text);
    const told = await desk.submit('do-unpublish', {});
    expect(told).to.include(textOf('bureau.klaar.unpublish')).and.not.include(publishedAsked);
    expect(told).to.not.include(textOf('bureau.knop.unpublish'));
    expect((await desk.escalation()).closing).to.deep.include({ published: null });
    const { audit } = await desk.stored();
    expect(audit.at(-1)).to.deep.include({ event: 'escalation-unpublished', actor: 'officer-1' });
    expect(await desk.submit('do-unpublish', {})).to.include(textOf('weiger.not-open'));
    expect(JSON.stringify(await desk.stored())).to.not.include(publishedAsked);
  });

  it('is found again under "mijn kaarten" when nothing else lies there, and goes off from the list', async () => {
    const desk = await published();
    expect(await desk.says('mijn kaarten'))
      .to.include(textOf('aanspreekpunt.niets'))
      .and.include(textOf('bureau.knop.gepubliceerd'));
    expect(await desk.presses('published'))
      .to.include(publishedAsked)
      .and.include((await desk.escalation()).number);
    expect(await desk.presses('unpublish'))
      .to.include(textOf('bureau.klaar.unpublish'))
      .and.include(textOf('bureau.gepubliceerd.niets'));
    expect((await desk.escalation()).closing?.published).to.equal(null);
  });

  it('can be taken off by a colleague who has no card about it, and sees nothing of the family', async () => {
    const desk = await published();
    const colleague = await aDeskTalk({ as: officer2, family: { ...(await desk.stored()), version: 0 } });
    const list = await colleague.submit('published', {});
    expect(list).to.include(publishedAsked).and.not.include('De Vries').and.not.include(textOf('kaart.openen'));
    expect(await colleague.presses('unpublish')).to.include(textOf('bureau.klaar.unpublish'));
    expect((await colleague.escalation()).closing?.published).to.equal(null);
  });

  it('goes off the page when the question is opened again', async () => {
    const desk = await published();
    await desk.fills('reopen', { reason });
    expect(JSON.stringify(await desk.stored())).to.not.include(publishedAsked);
  });
});
