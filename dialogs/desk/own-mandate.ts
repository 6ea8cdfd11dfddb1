/** What an officer asks about the own work: orders, the deputy, lessons, a report. Who may do what is as it is set here. */
import type { Knowledge } from '../../knowledge/index.ts';
import { isAlternative } from '../prepared.ts';
import { say } from '../say.ts';
import type { Reply } from '../types.ts';

/** `plain` is all that was said. `undefined`: it asks for none of these. */
export function aboutOwnMandate(plain: string, knowledge: Knowledge): Reply | undefined {
  const told = subjects.find(({ asked }) => isAlternative(plain, asked, knowledge));
  return told === undefined ? undefined : say(told.tell(knowledge));
}

interface Subject {
  /** The key of what is said to ask for it. */
  readonly asked: string;
  readonly tell: (knowledge: Knowledge) => readonly string[];
}

const subjects: readonly Subject[] = [
  {
    asked: 'herken.aanspreekpunt.opdracht',
    tell: (knowledge) => [knowledge.text('aanspreekpunt.opdracht'), toWhom(knowledge)],
  },
  { asked: 'herken.aanspreekpunt.vervanger', tell: (knowledge) => [deputy(knowledge)] },
  { asked: 'herken.aanspreekpunt.lessen', tell: (knowledge) => [knowledge.text('aanspreekpunt.lessen')] },
  { asked: 'herken.aanspreekpunt.rapport', tell: (knowledge) => [knowledge.text('aanspreekpunt.rapport')] },
];

function toWhom(knowledge: Knowledge): string {
  const { magOpdrachtGevenAan: allowed, besluit } = knowledge.settings.gereedheid.aanspreekpunt;
  const [only, ...others] = allowed;
  if (only === undefined || besluit === null) return knowledge.text('aanspreekpunt.opdracht.aan-niemand');
  const key = others.length > 0 ? 'beide' : only;
  return knowledge.text(`aanspreekpunt.opdracht.aan-${key}`, { besluit });
}

function deputy(knowledge: Knowledge): string {
  const { vervanger } = knowledge.settings.gereedheid.aanspreekpunt;
  return vervanger === null
    ? knowledge.text('aanspreekpunt.vervanger.niemand')
    : knowledge.text('aanspreekpunt.vervanger', { vervanger });
}
