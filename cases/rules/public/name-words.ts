/** Dutch words around names: what belongs to one, what is none, and what is written with a capital by everybody. */

const wordsOf = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

export const particles = wordsOf(
  'aan al ben bij da de del den der des di dos du el het in la le op te ten ter tot uit van von',
);

/** Who somebody is in the family; a name may follow. */
export const kin = wordsOf(
  'ouder ouders moeder vader mama papa kind kinderen zoon zoontje dochter dochtertje broer broertje zus zusje oma opa oom',
  'tante neef neefje nicht nichtje partner stiefouder stiefmoeder stiefvader pleegouder pleegouders pleegmoeder pleegvader',
  'pleegkind buurvrouw buurman vriend vriendin',
);

/** What stands where a name is asked for, and is none. */
export const notNames: ReadonlySet<string> = new Set([
  ...kin,
  ...wordsOf(
    'gezin familie fam jongere mevrouw mevr mw meneer mijnheer dhr heer een en of onbekend niemand team collega medewerker',
    'werker begeleider behandelaar hulpverlener jeugdbeschermer jeugdreclasseerder gezinsvoogd voogd regisseur',
    'aanspreekpunt vervanger huisarts jeugdarts arts school leerkracht mentor wijkteam jeugdteam gemeente',
  ),
]);

/** The name of a school follows. */
export const schools = wordsOf(
  'school basisschool kleuterschool middelbareschool obs cbs rkbs pcbs ikc sbo kindcentrum kinderdagverblijf',
  'kinderopvang peuterspeelzaal lyceum',
);

/** No first or family name is among them, so one of these tells nobody who it is about, capital or not. */
const ordinary = wordsOf(
  // Laws, bodies and schemes.
  'jeugdwet wmo wlz zvw avg participatiewet leerplichtwet awb zorgverzekeringswet jeugdhulp jeugdzorg veilig thuis cjg ggz',
  'jggz ggd jgz uwv svb cak ciz mee lvb pgb zin ots uhp adhd ass ptss vo po vso so sbo mbo hbo roc iq opp gi skj igj vng nji',
  'bjz rvdk mdo mdft emdr act iag jim suwi brp bsn wsnp voogdij raad kinderbescherming jeugdbescherming jeugdreclassering',
  'kindertelefoon inspectie rechtbank kinderrechter politie slachtofferhulp vluchtelingenwerk sociale verzekeringsbank',
  'belastingdienst toeslagen wijkteam jeugdteam samenwerkingsverband passend onderwijs bureau leerplicht leerplichtambtenaar',
  'jeugdarts jeugdconsulent consulent cliëntondersteuner cliëntondersteuning vertrouwenspersoon akj ombudsman kinderombudsman',
  'jeugdstem luisterlijn juridisch loket halt big digid jeugd gezin gezondheidszorg centrum seksueel geweld mind hulplijn',
  'ministerie vws college burgemeester wethouder gemeenteraad',
  'nederland nederlands nederlandse europese',
  // Days and months.
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april juni juli augustus september',
  'oktober november december mei kerst kerstmis pasen pinksteren',
  // What begins a sentence, or is made important by a capital.
  'ik u uw jij je jouw hij zij ze wij we ons onze hun hen haar zijn mijn het er dit dat deze die wat wie waar waarom wanneer',
  'hoe welke niemand iemand iedereen alles niets niet geen nu nog na naar met zonder voor door om over onder tussen tegen',
  'tijdens sinds sindsdien vanaf volgens wegens vanwege daarom daarna daarbij daardoor hierdoor hierna hier daar dus want',
  'maar ook als toen zodra omdat terwijl hoewel ondanks bovendien helaas gelukkig eerst eerder later vandaag gisteren morgen',
  'steeds altijd nooit soms vaak meestal al alle alleen elke elk ieder iedere beide sommige veel meer weinig minder meerdere',
  'verschillende enkele twee drie vier vijf zes zeven acht negen tien kunt kunnen kan moet moeten mag mogen zou zouden wilde',
  'wilden heeft hebben had hadden is was waren wordt worden werd werden ging gaan gaat kwam kwamen kreeg kregen krijgt blijft',
  'bleef doet deed deden helpt hielp zocht zoekt vroeg vragen vraagt belde bel bellen spraken sprak besloot besloten beslist',
  'hulp vraag vragen antwoord besluit beslissing plan plannen gezinsplan regie regisseur aanspreekpunt overzicht gesprek',
  'gesprekken afspraak afspraken overleg zorg zorgen wachtlijst wachttijd aanvraag melding klacht bezwaar beschikking indicatie',
  'verwijzing behandeling begeleiding onderzoek diagnose opvang wonen woning vervoer geld schulden inkomen werk opvoeding',
  'opvoeden scheiding omgang veiligheid onderwijs opleiding klas leraar gezinnen kinderen jongeren ouders medewerkers',
  'hulpverleners organisaties organisatie instelling instellingen aanbieder aanbieders zorgaanbieder partners samen',
  'samenwerking contact persoon mensen tijd dag dagen week weken maand maanden jaar jaren keer termijn einde begin start',
);

/** `said`: as it is written; genitives and compounds, as `CJG's` and `Wmo-consulent`, count with what they are made of. */
export const isOrdinary = (said: string): boolean => {
  const parts = said.replace(/['’]s$/u, '').split('-');
  return parts.every((part) => {
    const small = part.toLowerCase();
    return !isCapitalised(part) || ordinary.has(small) || notNames.has(small) || isAbbreviation(part);
  });
};

/** GGZ, PGB, VSV: nobody is called so. Of `JP` nobody knows. */
const isAbbreviation = (said: string): boolean => /^[B-DF-HJ-NP-TV-XZ]{3,6}$/u.test(said);

export const isCapitalised = (said: string): boolean => /^\p{Lu}/u.test(said);

/** Without accents, in small letters. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
