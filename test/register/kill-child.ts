/** A process with four writers on one lowdb register. Says what it found, then acknowledges every write that returned. */
import { openLowdbRegister } from '../../register/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';

const [, , folder = ''] = process.argv;
const ids = Array.from({ length: 6 }, (_, number) => `case-${number}`);
const tell = (message: unknown) => process.send?.(message);

process.on('disconnect', () => process.exit(0));

const register = await openLowdbRegister({
  folder,
  onFatal: (fault) => {
    tell({ kind: 'fatal', message: fault.message });
    process.exit(1);
  },
});

const found: Record<string, number> = {};
for (const id of ids) {
  const familyCase = await register.read(id);
  // Every version holds one audit line per version: a document that mixes two versions is noticed.
  if (familyCase !== undefined) found[id] = familyCase.audit.length === familyCase.version ? familyCase.version : -1;
}
tell({ kind: 'ready', found });

const line = { at: '2026-11-23T09:00:00.000Z', event: 'padding-padding-padding', actor: 'worker-1', subject: 'case' };
const write = async (writer: number) => {
  for (let turn = writer; ; turn += 1) {
    const id = ids[turn % ids.length] ?? '';
    const version = ((await register.read(id))?.version ?? 0) + 1;
    const outcome = await register.commit(
      aFamilyCase({ id, version, audit: Array.from({ length: version }, () => line) }),
    );
    if (outcome.kind === 'committed') tell({ kind: 'acknowledged', id, version });
  }
};
await Promise.all([0, 1, 2, 3].map(write));
