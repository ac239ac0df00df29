import { v7 } from 'uuid';

/** A new UUIDv7, branded as the caller asks: `newId<PlanId>()`. Ids of one process rise in the order they are made. */
export function newId<Id extends string>(): Id {
  return v7() as Id;
}
