/** The people without whom the chat has nobody to send somebody to, and facts that were left empty. */
import { placeNumber } from '../fill.ts';
import { type CheckInput, fileOf, type Report } from './reporter.ts';

const roles: readonly (readonly [role: string, facts: readonly string[]])[] = [
  ['het aanspreekpunt', ['aanspreekpunt.naam', 'aanspreekpunt.telefoon']],
  ['de onafhankelijke cliëntondersteuner', ['clientondersteuning.naam', 'clientondersteuning.telefoon']],
  ['de vertrouwenspersoon', ['vertrouwenspersoon.telefoon']],
  ['wie regisseur is en wie daarover beslist', ['regie.wieIsRegisseur', 'regie.wieBeslist']],
  ['de crisisdienst en de huisartsenpost', ['crisisdienst.telefoon', 'huisartsenpost.telefoon']],
];

export function checkRoles({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const { settings, facts, hasLocal } = merged;
  const file = fileOf(merged, 'instellingen');
  const isEmpty = (key: string): boolean => (settings.feiten[key] ?? '').trim() === '';
  for (const key of Object.keys(settings.feiten)) {
    if (!isEmpty(key)) continue;
    report.warnings.push({
      file,
      place: `feiten["${key}"]`,
      problem: 'dit feit is leeg; vul het in of haal de regel weg',
    });
  }
  if (!hasLocal) return;
  const told = new Set<string>();
  for (const [role, keys] of roles) {
    const missing = keys.filter((key) => Object.hasOwn(facts, key) && isEmpty(key));
    for (const key of missing) told.add(key);
    if (missing.length === 0) continue;
    const problem = `er ontbreekt iets over ${role}: ${missing.join(', ')}`;
    report.warnings.push({ file, place: 'feiten', problem });
  }
  const others = Object.keys(facts).filter((key) => isEmpty(key) && !told.has(key) && key !== placeNumber);
  if (others.length === 0) return;
  const problem = `${others.length} andere feiten zijn niet ingevuld, daar zegt de chat een veilige zin: ${others.join(', ')}`;
  report.warnings.push({ file, place: 'feiten', problem });
}
