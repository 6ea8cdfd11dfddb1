/** The register in memory: for tests, the demo and the talk command. Nothing outlives the process. */
import type { Archive, AuditLine, AuditLog, Register } from '../cases/index.ts';
import { makeCaseIndex } from './case-index.ts';
import { readsOf } from './reads.ts';
import { storedCopy } from './stored-case.ts';

export const makeMemoryRegister = (): Register & Archive => {
  const index = makeCaseIndex();
  return {
    ...readsOf(index, () => undefined),
    commit: async (next) => {
      const copy = storedCopy(next);
      const stored = index.get(next.id)?.version ?? 0;
      if (stored !== copy.version - 1) return Promise.resolve({ kind: 'conflict', stored });
      index.replace(copy);
      return Promise.resolve({ kind: 'committed' });
    },
    ids: () => Promise.resolve(index.ids()),
    erase: (caseId, version) => {
      const stored = index.get(caseId)?.version ?? 0;
      if (stored !== version || stored === 0) return Promise.resolve({ kind: 'conflict', stored });
      index.remove(caseId);
      return Promise.resolve({ kind: 'committed' });
    },
    close: () => Promise.resolve(),
  };
};

export interface MemoryAuditLog extends AuditLog {
  lines(): readonly AuditLine[];
}

export const makeMemoryAuditLog = (): MemoryAuditLog => {
  const lines: AuditLine[] = [];
  return {
    append: (line) => {
      lines.push({ ...line });
      return Promise.resolve();
    },
    lines: () => [...lines],
  };
};
