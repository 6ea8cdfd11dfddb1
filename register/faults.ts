/**
 * Faults of the store that an operator must hear.
 * `register-full`: nothing was written and reading goes on; make room. `register-locked`, `register-damaged`,
 * `register-unreadable` and `register-unwritable` stop a start. `register-failed`: a write may be half on disk, so this process must end.
 */
export type RegisterFault =
  | 'register-full'
  | 'register-locked'
  | 'register-damaged'
  | 'register-unreadable'
  | 'register-unwritable'
  | 'register-failed'
  | 'audit-damaged'
  | 'audit-failed';

export class RegisterError extends Error {
  override readonly name = 'RegisterError';
  readonly code: RegisterFault;

  constructor(code: RegisterFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The system's code of a failure (`ENOSPC`), which holds no personal data, unlike its message. */
export const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : 'unknown fault';
