/** The small shapes of the stored document that several of its parts share. */
import { z } from 'zod';

export const text = z.string();
export const id = z.string().min(1).max(200);
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
export const day = z.iso.date();
export const count = z.number().int().min(0);
export const yesNo = z.enum(['yes', 'no', 'unknown']);
export const person = z.strictObject({ id, name: text });
/** The words of somebody, written once, with their hash. */
export const ownWords = z.strictObject({ text, sha256: text, writtenAt: instant });
