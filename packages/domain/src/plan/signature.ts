import type { PersonId } from '../id.ts';
import type { Instant } from '../time.ts';

export interface Signature {
  readonly personId: PersonId;
  readonly name: string;
  readonly at: Instant;
}
