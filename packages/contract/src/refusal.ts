import { z } from 'zod';

/** How one refusal is shown: an HTTP status and what the officer reads (what did not happen, why, what next). */
export interface RefusalView<R extends { readonly code: string } = { readonly code: string }> {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 423 | 429;
  readonly message: string | ((refusal: R) => string);
}

/** A table of refusal texts; a new code in `R` does not compile until someone has written its text. */
export type RefusalTable<R extends { readonly code: string }> = {
  readonly [C in R['code']]: RefusalView<Extract<R, { readonly code: C }>>;
};

/** What the server answers when it does not do a thing. `fields` names each wrong input with its path. */
export const refusalReply = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Facts of the refusal that the page may use, such as the current version of a stale record. */
  facts: z.record(z.string(), z.unknown()).optional(),
  /** Given with a 500: the number under which the fault was logged. */
  correlationId: z.string().optional(),
});
export type RefusalReply = z.infer<typeof refusalReply>;
