import type { Actor } from '../account/actor.ts';
import type { DrawFilterId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { DrawAct } from './act.ts';
import { actOf } from './act.ts';
import type { DrawFilter } from './filter.ts';
import type { DrawRefusal } from './refusal.ts';

/** 常用条件 — a filter of the bureau under a name, to be taken again. A draw keeps its own copy. */
export interface SavedFilter {
  readonly id: DrawFilterId;
  readonly name: string;
  readonly filter: DrawFilter;
  readonly saved: DrawAct;
}

export interface DrawFilterSaved {
  readonly type: 'draw-filter-saved';
  readonly filterId: DrawFilterId;
  readonly name: string;
  readonly filter: DrawFilter;
  readonly act: DrawAct;
}

/** Keeps a filter under a name that no other filter of the bureau has. */
export function saveFilter(
  given: { readonly id: DrawFilterId; readonly name: string; readonly filter: DrawFilter },
  others: readonly Pick<SavedFilter, 'id' | 'name'>[],
  actor: Actor,
  now: Instant,
): Result<DrawFilterSaved, DrawRefusal> {
  const { id, name, filter } = given;
  if (others.some((other) => other.id !== id && other.name === name))
    return refuse({ code: 'filter-name-taken', name });
  return ok({ type: 'draw-filter-saved', filterId: id, name, filter, act: actOf(actor, now) });
}
