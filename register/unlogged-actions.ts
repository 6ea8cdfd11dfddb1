/**
 * Which actions of the documents do not stand in the audit log. An action is in the log before its document is stored
 * (`auditedRegister`), so there is no innocent reason for one that is missing: lines were taken away, or the log is older
 * than the documents.
 */
import type { AuditLine } from '../cases/index.ts';

const keyOf = ({ at, event, actor, subject }: AuditLine): string => JSON.stringify([at, event, actor, subject]);

export interface UnloggedActions {
  /** Is handed every line of the log. */
  readonly seen: (line: AuditLine) => void;
  /** Once the whole log was seen: what is missing, oldest first. */
  readonly left: () => readonly AuditLine[];
}

/** Two actions can be the same to the letter: each needs a line of its own. */
export const unloggedActions = (actions: Iterable<AuditLine>): UnloggedActions => {
  const missing = new Map<string, AuditLine[]>();
  for (const action of actions) {
    const key = keyOf(action);
    const same = missing.get(key);
    if (same === undefined) missing.set(key, [action]);
    else same.push(action);
  }
  return {
    seen: (line) => {
      missing.get(keyOf(line))?.pop();
    },
    left: () => [...missing.values()].flat().sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at))),
  };
};
