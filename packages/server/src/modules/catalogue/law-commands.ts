import type { Actor, CatalogueRefusal, LawEdition, Result } from '@mingchou/domain';
import { lawKey, ok, recordLaw, refuse } from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { loadLibrary, saveEntries } from './library-store.ts';

/** Records one edition, or corrects it: what the library says is data that somebody looked up, not law. */
export async function record(
  tx: Tx,
  actor: Actor,
  law: LawEdition,
  version: number,
): Promise<Result<{ version: number }, CatalogueRefusal>> {
  const key = lawKey(law);
  const stored = (await loadLibrary(tx, 'law')).find((entry) => entry.key === key);
  if ((stored?.version ?? 0) !== version) return refuse({ code: 'law-stale' });
  const decision = recordLaw(law);
  if (!decision.ok) return decision;

  if (!(await saveEntries(tx, 'law', [{ key, record: law, before: version }]))) return refuse({ code: 'law-stale' });
  const saved = (await loadLibrary(tx, 'law')).find((entry) => entry.key === key);
  if (saved === undefined) throw new Error(`edition ${key} vanished while it was saved`);
  await appendAudit(tx, actor, {
    ...{ noun: 'catalogue', aggregateId: saved.id, version: saved.version },
    event: decision.value,
  });
  return ok({ version: saved.version });
}
