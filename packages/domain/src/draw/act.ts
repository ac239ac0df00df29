import type { Actor } from '../account/actor.ts';
import type { PersonId } from '../id.ts';
import type { Instant } from '../time.ts';

/** Who did something, and when. */
export interface DrawAct {
  readonly personId: PersonId;
  readonly name: string;
  readonly at: Instant;
}

/** The act of a person now. */
export function actOf(actor: Actor, now: Instant): DrawAct {
  return { personId: actor.personId, name: actor.name, at: now };
}
