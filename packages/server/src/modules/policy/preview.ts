import type { policyRoutes } from '@mingchou/contract';
import { checkChange, dateOf, inForceOn, ok, type PolicyRefusal, refuse, type Result } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { PolicyPorts } from './ports.ts';
import { loadVersions } from './store.ts';

type Input = z.output<typeof policyRoutes.previewPolicyChange.input>;
type Reply = z.input<typeof policyRoutes.previewPolicyChange.reply>;

/** 改了会怎样: the open work under the rules of the change's day, and under the same rules with the change. */
export async function previewChange(
  ports: PolicyPorts,
  db: Db,
  { change }: Input,
): Promise<Result<Reply, PolicyRefusal>> {
  const versions = await loadVersions(db);
  const before = inForceOn(versions, change.effectiveOn);
  const checked = checkChange(versions, change, dateOf(db.now));
  if (!checked.ok) return checked;
  const [after] = checked.value;
  if (before === undefined || after === undefined) return refuse({ code: 'policy-not-adopted' });
  return ok({ impacts: [...(await ports.impacts(db, before.profile, after))] });
}
