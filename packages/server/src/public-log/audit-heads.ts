import { dateOf } from '@mingchou/domain';
import { type Database, inTx, type Tx } from '../db/tx.ts';
import { appendPublicLog, lockLog } from './append.ts';

/** Puts the head of every bureau's audit chain into the log, at most once a business day and only when it has moved. */
export async function logAuditHeads(database: Database): Promise<number> {
  const bureaus = await database.app.selectFrom('bureau').select('bureau_id').orderBy('slug').execute();
  let logged = 0;
  for (const { bureau_id: bureauId } of bureaus) {
    if (await inTx(database, bureauId, logAuditHead)) logged += 1;
  }
  return logged;
}

// The code of the bureau as its draws have it (mc-draw/1 §1).
const longestCode = 32;

async function logAuditHead(tx: Tx): Promise<boolean> {
  // First, so that two servers do not log one day twice.
  await lockLog(tx.db);
  const day = dateOf(tx.now);
  const last = await tx.db
    .selectFrom('audit_published')
    .select(['day', 'position'])
    .where('bureau_id', '=', tx.bureauId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  const head = await tx.db
    .selectFrom('audit_link')
    .select(['position', 'hash'])
    .where('bureau_id', '=', tx.bureauId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (head === undefined || (last !== undefined && (last.day >= day || last.position >= head.position))) return false;
  const { region_code: region, slug } = await tx.db
    .selectFrom('bureau')
    .select(['region_code', 'slug'])
    .where('bureau_id', '=', tx.bureauId)
    .executeTakeFirstOrThrow();
  const h = head.hash.toString('hex');
  const entry = {
    kind: 'audit',
    bureau: `${region}-${slug}`.slice(0, longestCode),
    position: head.position,
    h,
    at: tx.now,
  } as const;
  const { index } = await appendPublicLog(tx, [entry]);
  await tx.db
    .insertInto('audit_published')
    .values({ bureau_id: tx.bureauId, day, position: head.position, log_index: index })
    .execute();
  return true;
}

/** Looks this often (milliseconds) whether a new day has come. */
const lookInterval = 3_600_000;

/** Keeps the daily entries coming until it is stopped. */
export function startAuditHeads(
  database: Database,
  onError: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  let running = Promise.resolve();
  const look = () => {
    running = running.then(() => logAuditHeads(database)).then(() => undefined, onError);
  };
  const timer = setInterval(look, lookInterval);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
