import type { ChainReport } from '../audit/verify.ts';
import type { Settings } from '../shell/environment.ts';
import { borrowDatabase } from './borrow-database.ts';

/** Recomputes the chain of every bureau, or of one. Returns the exit code: 0 whole, 1 a fault, 2 no such bureau. */
export async function verifyAudit(settings: Settings, slug: string | undefined): Promise<0 | 1 | 2> {
  const { asRole } = await import('../db/address.ts');
  const { openPool, openTables } = await import('../db/pool.ts');
  const { enterBureau } = await import('../db/tx.ts');
  const { verifyChain } = await import('../audit/verify.ts');
  return borrowDatabase(settings, async (url) => {
    // An idle connection that breaks matters to nobody here: the next statement says so itself.
    const onError = () => undefined;
    const app = openTables(openPool(asRole(url, 'mingchou_app'), { max: 1, onError }));
    try {
      const all = await app.selectFrom('bureau').select(['bureau_id', 'slug', 'name']).orderBy('slug').execute();
      const chosen = all.filter((bureau) => slug === undefined || bureau.slug === slug);
      if (chosen.length === 0) {
        console.error(slug === undefined ? '还没有登记任何局' : `没有网址简称为 ${slug} 的局`);
        return 2;
      }
      let code: 0 | 1 = 0;
      for (const { bureau_id: bureauId, name } of chosen) {
        const report = await app.transaction().execute(async (db) => {
          await enterBureau(db, bureauId);
          return verifyChain({ db, bureauId });
        });
        console.log(`${name}：${describeReport(report)}`);
        if (report.fault !== null) code = 1;
      }
      return code;
    } finally {
      await app.destroy();
    }
  });
}

/** One line on a chain for the person at the keyboard. */
export function describeReport({ head, fault, waiting }: ChainReport): string {
  const queue = waiting === 0 ? '' : `，另有 ${waiting} 条等待入链`;
  if (fault === null) return `留痕链完整，共 ${head.position} 条${queue}，末条 ${head.hash.slice(0, 16)}…`;
  switch (fault.code) {
    case 'gap':
      return `留痕链有缺口：第 ${fault.position} 条不见了，此前 ${head.position} 条完整`;
    case 'broken-link':
      return `留痕链断开：第 ${fault.position} 条（${fault.entryId}）接不上前一条`;
    case 'changed-entry':
      return `留痕被改动：第 ${fault.position} 条（${fault.entryId}）与入链时不同`;
    case 'left-out':
      return `有留痕不在链上：${fault.entryId}`;
  }
}
