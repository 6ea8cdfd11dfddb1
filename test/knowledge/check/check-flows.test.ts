import { expect } from 'chai';
import { aFlow, type Files, faultsOf } from '../a-layer.ts';

const flowFaults = async (stappen: Files, changes: Files = {}) =>
  (await faultsOf({ national: { 'flows/vraag.json': aFlow(stappen, changes) } })).map((fault) =>
    fault.replace('landelijk/flows/vraag.json ', ''),
  );

const question = (naar: string, changes: Files = {}) => ({
  soort: 'vraag',
  tekst: 'En?',
  keuzes: [{ tekst: 'Ja', naar }],
  weetNiet: null,
  overslaan: null,
  ...changes,
});
const end = (tekst: string) => ({ soort: 'uitkomst', titel: 'Klaar', tekst: [tekst], antwoorden: [], vervolg: [] });
const action = (uitkomsten: Files) => ({ soort: 'actie', actie: 'vraag-indienen', uitkomsten });

describe('checking a flow', () => {
  it('finds no fault in a whole flow', async () => {
    expect(await flowFaults({})).to.deep.equal([]);
  });

  it('names a target that does not exist', async () => {
    expect(await flowFaults({ indienen: action({ gelukt: 'maan', mislukt: 'niet' }) })).to.include(
      'stappen.indienen.uitkomsten.gelukt: de stap "maan" bestaat niet',
    );
  });

  it('names a start that does not exist', async () => {
    expect(await flowFaults({}, { start: 'maan' })).to.include('start: de stap "maan" bestaat niet');
  });

  it('names a step that nothing leads to', async () => {
    expect(await flowFaults({ los: end('Hoi') })).to.deep.equal([
      'stappen.los: deze stap kan vanaf de start niet worden bereikt',
    ]);
  });

  it('names an outcome of an effect that is not handled, and one that does not exist', async () => {
    const faults = await flowFaults({ indienen: action({ gelukt: 'klaar', misschien: 'niet' }) });
    expect(faults).to.include('stappen.indienen.uitkomsten: de uitkomst "mislukt" heeft geen volgende stap');
    expect(faults).to.include(
      'stappen.indienen.uitkomsten.misschien: de actie "vraag-indienen" kent deze uitkomst niet',
    );
  });

  it('names an effect that does not exist', async () => {
    const faults = await flowFaults({
      indienen: { ...action({ gelukt: 'klaar', mislukt: 'niet' }), actie: 'toveren' },
    });
    expect(faults).to.include('stappen.indienen.actie: de actie "toveren" bestaat niet; kies uit: vraag-indienen');
  });

  it('names steps that never come to an end', async () => {
    const faults = await flowFaults({
      indienen: action({ gelukt: 'rond', mislukt: 'niet' }),
      rond: question('rond2'),
      rond2: question('rond'),
    });
    expect(faults).to.include('stappen.rond: vanaf deze stap komt iemand nooit bij een uitkomst');
  });

  it('names effects that come back to themselves without a question', async () => {
    const faults = await flowFaults({
      indienen: action({ gelukt: 'klaar', mislukt: 'nogeens' }),
      nogeens: action({ gelukt: 'niet', mislukt: 'indienen' }),
    });
    expect(faults).to.include('stappen.indienen: deze actie komt bij zichzelf terug zonder dat er iets wordt gevraagd');
  });

  it('lets a question be asked again', async () => {
    const again = question('woorden', {
      keuzes: [
        { tekst: 'Opnieuw', naar: 'woorden' },
        { tekst: 'Stop', naar: 'klaar' },
      ],
    });
    const klaar = end('Klaar.');
    expect(
      await flowFaults({ indienen: action({ gelukt: 'klaar', mislukt: 'again' }), again, klaar, niet: undefined }),
    ).to.deep.equal([]);
  });

  it('names a placeholder that is filled on one path only', async () => {
    const faults = await flowFaults({
      indienen: action({ gelukt: 'klaar', mislukt: 'niet' }),
      veilig: question('woorden', {
        keuzes: [
          { tekst: 'Ja', naar: 'gevaar' },
          { tekst: 'Nee', naar: 'woorden' },
          { tekst: 'Meteen', naar: 'klaar' },
        ],
      }),
    });
    expect(faults.join('\n')).to.include('stappen.klaar.tekst[0]: {{nummer}} wordt hier door niets ingevuld');
    expect(faults.join('\n')).to.include('stappen.klaar.tekst[0]: {{eigenWoorden}} wordt hier door niets ingevuld');
  });

  it('names what an effect offered when a question comes in between', async () => {
    const faults = await flowFaults({ indienen: action({ gelukt: 'nog', mislukt: 'niet' }), nog: question('klaar') });
    expect(faults.join()).to.include('stappen.klaar.tekst[0]: {{nummer}}');
    expect(faults.join()).not.to.include('{{eigenWoorden}}');
  });

  it('names own words that may have been skipped', async () => {
    const woorden = {
      soort: 'invoer',
      tekst: 'Vertel',
      bewaarAls: 'eigenWoorden',
      maxTekens: 10,
      naar: 'indienen',
      overslaan: 'indienen',
    };
    expect((await flowFaults({ woorden })).join()).to.include('stappen.klaar.tekst[0]: {{eigenWoorden}}');
  });

  it('names two choices with the same words', async () => {
    const veilig = question('woorden', {
      keuzes: [
        { tekst: 'Ja', naar: 'gevaar' },
        { tekst: 'ja', naar: 'woorden' },
      ],
    });
    expect(await flowFaults({ veilig })).to.include(
      'stappen.veilig.keuzes[1].tekst: het antwoord "ja" staat er twee keer',
    );
  });
});

describe('checking the gate of a flow', () => {
  const poort = ['veilig', 'tweede'];
  const tweede = question('woorden', {
    keuzes: [
      { tekst: 'Ja', naar: 'gevaar' },
      { tekst: 'Nee', naar: 'woorden' },
    ],
  });
  const first = (changes: Files) => ({
    veilig: question('tweede', {
      keuzes: [
        { tekst: 'Ja', naar: 'gevaar' },
        { tekst: 'Nee', naar: 'tweede' },
      ],
      ...changes,
    }),
    tweede,
  });

  it('accepts the next gate step and an urgent ending', async () => {
    expect(await flowFaults(first({}), { poort })).to.deep.equal([]);
  });

  it('names a choice that passes the gate by', async () => {
    const keuzes = [
      { tekst: 'Ja', naar: 'gevaar' },
      { tekst: 'Nee', naar: 'tweede' },
      { tekst: 'Sla over', naar: 'woorden' },
    ];
    expect(await flowFaults(first({ keuzes }), { poort })).to.include(
      'stappen.veilig.keuzes[2].naar: hiermee kan iemand de poort voorbij: alleen "tweede" of een uitkomst met spoed mag hier volgen',
    );
  });

  it('names "weet ik niet" that passes the gate by', async () => {
    expect((await flowFaults(first({ weetNiet: 'woorden' }), { poort })).join()).to.include(
      'stappen.veilig.weetNiet: hiermee kan iemand',
    );
  });

  it('names a gate step that can be skipped, the last one as well', async () => {
    const faults = await flowFaults({ ...first({}), tweede: { ...tweede, overslaan: 'woorden' } }, { poort });
    expect(faults).to.include('stappen.tweede.overslaan: een vraag van de poort mag niet worden overgeslagen');
  });

  it('names a flow that starts behind its gate', async () => {
    const faults = await flowFaults(first({}), { poort, start: 'tweede' });
    expect(faults).to.include('start: een flow met een poort moet bij de eerste stap van de poort beginnen');
  });

  it('names a gate step that is no question', async () => {
    expect(await flowFaults({}, { poort: ['veilig', 'woorden'] })).to.include(
      'poort[1]: een stap van de poort moet een vraag met vaste antwoorden zijn',
    );
  });
});
