import type { PlanId } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { loadPlans } from './store.ts';

/** A plan as other nouns choose one. */
export interface ListedPlan {
  readonly planId: PlanId;
  readonly version: number;
  readonly year: number;
  readonly title: string;
  /** Whether its rows may still be written. */
  readonly draft: boolean;
}

/** The bureau's plans, newest year first. */
export async function listedPlans(db: Db): Promise<readonly ListedPlan[]> {
  const stored = await loadPlans(db, null);
  return stored.map(({ plan: { id, year, title, status }, version }) => ({
    ...{ planId: id, version, year, title, draft: status === 'draft' },
  }));
}
