import type { AccountRefusal } from '@mingchou/contract';
import { type Actor, instantOf, ok, type Result, refuse } from '@mingchou/domain';
import { appendAudit } from '../../audit/append.ts';
import type { Tx } from '../../db/tx.ts';
import type { InstallationMode } from '../../shell/shell.ts';

/** Moves a demonstration bureau's time forward. Never back: what was recorded would then lie in the future. */
export function runAdvanceClock(mode: InstallationMode) {
  return async (
    tx: Tx,
    actor: Actor,
    input: { readonly to: string },
  ): Promise<Result<{ now: string }, AccountRefusal>> => {
    if (mode !== 'demonstration') return refuse({ code: 'demonstration-only' });
    const to = instantOf(Date.parse(input.to));
    if (to <= tx.now) return refuse({ code: 'clock-not-forward', now: tx.now });
    const moved = await tx.db
      .updateTable('bureau_clock')
      .set({ standing_at: to })
      .where('bureau_id', '=', tx.bureauId)
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n) return refuse({ code: 'demonstration-only' });
    const event = { type: 'demonstration-clock-advanced', to };
    await appendAudit(tx, actor, { noun: 'account', aggregateId: tx.bureauId, version: 0, event });
    return ok({ now: to });
  };
}
