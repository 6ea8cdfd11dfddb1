/**
 * register/: the adapters behind the ports of cases/. Memory and lowdb here; one contract test suite for all of them.
 * A fault of the store is a RegisterError with a code; whatever has not been acknowledged must not be relied on.
 */
export type { AuditVerdict, ChainedLine, ChainFault, WholeChain } from './audit-chain.ts';
export {
  type AuditHead,
  type AuditLogOptions,
  type AuditLogReading,
  type FileAuditLog,
  openAuditLog,
  verifyAuditLog,
} from './audit-log.ts';
export { auditedRegister } from './audited-register.ts';
export { RegisterError, type RegisterFault } from './faults.ts';
export { type DurableJsonFile, durableJsonFile } from './lowdb/durable-json-file.ts';
export { type LowdbRegisterOptions, openLowdbRegister } from './lowdb/open-lowdb-register.ts';
export { storedCases } from './lowdb/stored-cases.ts';
export { memoryWrittenOnce, type WrittenOnce, writtenOnce } from './written-once.ts';
export { type UnloggedActions, unloggedActions } from './unlogged-actions.ts';
export { type MemoryAuditLog, makeMemoryAuditLog, makeMemoryRegister } from './memory.ts';
