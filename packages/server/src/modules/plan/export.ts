import { Buffer } from 'node:buffer';
import { savePlanAs } from '@mingchou/contract';
import type { PlanId, PlanRefusal, Result } from '@mingchou/domain';
import { ok, planStatusTerms, refuse } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { PlanPorts } from './ports.ts';
import { loadPlan } from './store.ts';
import { surroundingsOf } from './surroundings.ts';

interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** 计划文件: the plan with all it is judged by, for `mingchou plan check` and for safe keeping. */
export async function exportPlan(ports: PlanPorts, db: Db, planId: PlanId): Promise<Result<SavedFile, PlanRefusal>> {
  const stored = await loadPlan(db, planId);
  if (stored === undefined) return refuse({ code: 'plan-not-found' });
  const { plan, version } = stored;
  const facts = { plan, ...(await surroundingsOf(ports, db)) };
  const saved = savePlanAs(facts, { status: planStatusTerms[plan.status], version, savedAt: db.now });
  const bytes = Buffer.from(`${JSON.stringify(saved, null, 2)}\n`, 'utf8');
  const name = `${saved.bureau}${plan.year}年计划（第${plan.edition}稿）.json`;
  return ok({ name, mediaType: 'application/json', base64: bytes.toString('base64') });
}
