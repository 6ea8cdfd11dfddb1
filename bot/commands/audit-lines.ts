/** What `audit:verify` says about an audit log, and about actions in the documents that do not stand in it. */
import { type AuditLine, localDay } from '../../cases/index.ts';
import { dutchDay } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { AuditVerdict, WholeChain } from '../../register/index.ts';

export interface Verified {
  /** As it was typed or found, to name the file. */
  readonly file: string;
  readonly verdict: AuditVerdict;
  /** Length of `<file>.torn` in characters; 0 when there is none. */
  readonly tornBefore: number;
  /** `null` when nobody asked for a hash; else whether it stands in the log. */
  readonly hashFound: boolean | null;
  readonly missing: readonly AuditLine[];
}

/** A missing action is named by its kind and moment; more than so many of them are counted. */
const NAMED = 5;

/** Nothing changed, nothing gone: a line that a crash cut off was never acknowledged. */
export const isSound = ({ verdict, hashFound, missing }: Verified): boolean =>
  verdict.kind !== 'broken' && hashFound !== false && missing.length === 0;

export function verifiedLines(verified: Verified, knowledge: Knowledge): readonly string[] {
  const { file, verdict, tornBefore, hashFound, missing } = verified;
  const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    knowledge.text(`controle.${key}`, { bestand: file, ...values });
  const counted = (chain: WholeChain): readonly string[] =>
    chain.from === null || chain.until === null
      ? [say(missing.length === 0 ? 'leeg' : 'leeggehaald')]
      : [
          say('heel', { regels: String(chain.lines), van: momentOf(chain.from), tot: momentOf(chain.until) }),
          say('zegel', { zegel: chain.lastHash }),
        ];
  return [
    ...(verdict.kind === 'broken'
      ? [say('gebroken', { regel: String(verdict.line) }), say(`gebroken.${verdict.because}`), say('gebroken.doe')]
      : counted(verdict)),
    ...(verdict.kind === 'torn' ? [say('afgebroken', { regel: String(verdict.line) })] : []),
    ...(tornBefore > 0 ? [say('eerder-afgebroken')] : []),
    ...(hashFound === null ? [] : [say(hashFound ? 'zegel.gevonden' : 'zegel.weg')]),
    ...(missing.length === 0 ? [] : [say('ontbreekt', { aantal: String(missing.length) })]),
    ...lateStart(verdict, missing).map((values) => say('begint-later', values)),
    ...missing
      .slice(0, NAMED)
      .map(({ at, event, subject }) =>
        say('ontbreekt.regel', { moment: momentOf(at), handeling: event, waarvan: subject }),
      ),
  ];
}

/** When the log begins after the oldest action that it should hold, its beginning is gone. */
function lateStart(verdict: AuditVerdict, [oldest]: readonly AuditLine[]) {
  const from = verdict.kind === 'broken' ? null : verdict.from;
  return from === null || oldest === undefined || oldest.at >= from
    ? []
    : [{ begin: momentOf(from), oudste: momentOf(oldest.at) }];
}

/** Day and UTC time, so that a line can be found in the file. */
function momentOf(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return `${dutchDay(localDay(at))} (${instant})`;
}
