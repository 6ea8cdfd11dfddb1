import { aftercareEndedForm, aftercareForm, aftercareMomentForm } from './aftercare.ts';
import { partyEndedForm, partyForm, taskDoneForm, tasksForm, trajectoryForm } from './around.ts';
import { signalHandledForm, signalOwnerForm, signalsForm } from './contact.ts';
import type { WorkForm } from './form.ts';
import { lifeDomainsForm } from './life-domains.ts';
import { planAgreedForm, planEndedForm, planForm } from './plans.ts';
import { promiseDateForm, promiseForm, promiseStepForm } from './promises.ts';
import { referralForm, referralOutcomeForm } from './referrals.ts';
import { regisseurForm, regisseurLostForm } from './regisseurs.ts';
import { answerForm, rejectionForm, requestForm } from './requests.ts';
import { handoverForm, measureForm, measureStepForm, workerChangeForm } from './workers.ts';

/** What a worker can write down, by subject, in the order in which the buttons stand. */
export const formGroups: readonly (readonly [subject: string, forms: readonly WorkForm[]])[] = [
  ['contact', [signalsForm, signalHandledForm, signalOwnerForm, requestForm, answerForm, rejectionForm]],
  ['regie', [regisseurForm, regisseurLostForm, planForm, planAgreedForm, planEndedForm, lifeDomainsForm]],
  ['betrokken', [partyForm, partyEndedForm, tasksForm, taskDoneForm]],
  ['beloftes', [promiseForm, promiseDateForm, promiseStepForm]],
  ['hulp', [referralForm, referralOutcomeForm, trajectoryForm, measureForm, measureStepForm]],
  ['verder', [workerChangeForm, handoverForm, aftercareForm, aftercareMomentForm, aftercareEndedForm]],
];

export const workForms: readonly WorkForm[] = formGroups.flatMap(([, forms]) => forms);
