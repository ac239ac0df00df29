import { readLogKey } from '@mingchou/verifier';
import type { Settings } from '../shell/environment.ts';
import { borrowDatabase } from './borrow-database.ts';

/** From now on the log takes and shows this witness's cosignatures. */
export async function trustWitness(settings: Settings, verifierKey: string | undefined): Promise<0 | 1 | 2> {
  const witness = readLogKey(verifierKey ?? '');
  if (witness?.algorithm !== 'cosignature') {
    console.error('用法：mingchou trust-witness 公钥。公钥由见证人运行 mingchou witness 得到，是“名称+编号+公钥”一行');
    return 2;
  }
  const { asRole } = await import('../db/address.ts');
  const { openPool, openTables } = await import('../db/pool.ts');
  const log = await import('../public-log/index.ts');
  return borrowDatabase(settings, async (url) => {
    // An idle connection that breaks matters to nobody here: the next statement says so itself.
    const app = openTables(openPool(asRole(url, 'mingchou_app'), { max: 1, onError: () => undefined }));
    try {
      const added = await log.trustWitness(app, witness);
      if (added === undefined) {
        console.error('没有登记：这个见证人已经登记过');
        return 1;
      }
      console.log(`已登记见证人 ${witness.name}。从现在起收下并公布这个见证人的副署。`);
      return 0;
    } finally {
      await app.destroy();
    }
  });
}
