/** The pieces that every file's schema is made of. */
import { z } from 'zod';

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const day = z.iso.date();
export const line = z.string().trim().min(1);
