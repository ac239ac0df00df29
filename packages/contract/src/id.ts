import { z } from 'zod';

/** An id made by the application (UUIDv7); what it parses carries the noun's brand: `idOf<PlanId>()`. */
export function idOf<Id extends string>(): z.ZodType<Id, string> {
  return z.uuid() as unknown as z.ZodType<Id, string>;
}

/** The version a person saw when starting to edit; a newer one on the server refuses the command as stale. */
export const version = z.number().int().min(1);
