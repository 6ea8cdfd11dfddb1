/** What the municipality wrote in `instellingen.json`, in the terms of the subject. */
import { type CaseSettings, type EscalationTerms, type RuleMode, usualTerms } from '../cases/index.ts';
import type { Settings } from '../knowledge/index.ts';

/** How long a card of which nobody knows whether it arrived waits for proof. */
const PROOF_WAIT_MS = 45_000;
const MAX_TRIES = 8;

const modes = { indienen: 'file', voorstellen: 'propose', waarschuwen: 'warn', uit: 'off' } as const;
const answers = { ja: 'yes', nee: 'no', onbekend: 'unknown' } as const;
const moments = { altijd: 'any', 'bij-open-verzoek': 'any-while-request-open', samen: 'all-in-one-event' } as const;

export function caseSettings({ plannen, escalatie, feestdagen, regie }: Settings): CaseSettings {
  return {
    countingPlanKinds: plannen.teltAlsPlan,
    planOutdatedAfterDays: plannen.verouderdNaDagen,
    answerWithinWerkdagen: escalatie.antwoordBinnenWerkdagen,
    escalation: deskTerms(escalatie.termijnen),
    holidays: feestdagen,
    proofWaitMs: PROOF_WAIT_MS,
    maxTries: MAX_TRIES,
    stuck: stuckSettings(regie.vastgelopen),
    providers: regie.aanbieders.map(({ id, naam, kanRegie, wachtlijstSinds, registraties, levert }) => ({
      id,
      name: naam,
      canLead: answers[kanRegie],
      waitingListSince: wachtlijstSinds,
      registrations: registraties,
      delivers: levert,
    })),
    signalWithinWerkdagen: regie.signaalBinnenWerkdagen,
    firstAppointmentWerkdagen: regie.eersteAfspraakBinnenWerkdagen,
    planWithinDays: regie.planBinnenDagen,
    aftercareAfterDays: regie.nazorgNaDagen,
    ownStrength: { longestDays: regie.eigenKracht.langerDanDagen, fromDomains: regie.eigenKracht.vanafLeefgebieden },
  };
}

function deskTerms(terms: Settings['escalatie']['termijnen']): EscalationTerms {
  if (!terms) return usualTerms;
  return {
    remindWerkdagenBefore: terms.herinneringWerkdagenVooraf,
    raisedWithinWerkdagen: terms.naGemisteDagBinnenWerkdagen,
    personWithinWerkdagen: terms.mensReageertBinnenWerkdagen,
    callBackWithinWerkdagen: terms.terugbellenBinnenWerkdagen,
    helpedAfterDays: terms.geholpenVragenNaDagen,
    lessonWithinWerkdagen: terms.lerenBinnenWerkdagen,
    complaintWithinDays: terms.klachtBinnenDagen,
    outcomeWithinDays: terms.regisseurEnPlanBinnenDagen,
    smallestCount: terms.kleinsteAantal,
  };
}

function stuckSettings({ regels, ...rest }: Settings['regie']['vastgelopen']): CaseSettings['stuck'] {
  const mode = (what: keyof typeof modes): RuleMode => modes[what];
  return {
    modes: {
      K1: mode(regels.K1),
      K2: mode(regels.K2),
      K2b: mode(regels.K2b),
      K3: mode(regels.K3),
      K4: mode(regels.K4),
      K5: mode(regels.K5),
      K6: mode(regels.K6),
      K7: mode(regels.K7),
      K8: mode(regels.K8),
    },
    unansweredDays: rest.onbeantwoordNaDagen,
    proposalWerkdagen: rest.voorstelWachtWerkdagen,
    ownRules: rest.eigenRegels.map(({ id, signalen, wanneer, doet }) => ({
      id,
      codes: signalen,
      fires: moments[wanneer],
      mode: mode(doet),
    })),
  };
}
