import { readLogKey } from '@mingchou/verifier';
import type { Settings } from '../shell/environment.ts';
import { borrowDatabase } from './borrow-database.ts';

/** From now on the log takes no cosignature of this witness; those it has stay under their checkpoints. */
export async function distrustWitness(settings: Settings, verifierKey: string | undefined): Promise<0 | 1 | 2> {
  const witness = readLogKey(verifierKey ?? '');
  if (witness?.algorithm !== 'cosignature') {
    console.error('用法：mingchou distrust-witness 公钥。已登记的公钥列在公开日志的 /log/witnesses，一行一个');
    return 2;
  }
  const { asRole } = await import('../db/address.ts');
  const { openPool, openTables } = await import('../db/pool.ts');
  const log = await import('../public-log/index.ts');
  return borrowDatabase(settings, async (url) => {
    // An idle connection that breaks matters to nobody here: the next statement says so itself.
    const app = openTables(openPool(asRole(url, 'mingchou_app'), { max: 1, onError: () => undefined }));
    try {
      if (!(await log.distrustWitness(app, witness))) {
        console.error('没有撤销：没有登记过这个见证人，或登记已经撤销');
        return 1;
      }
      console.log(`已撤销见证人 ${witness.name} 的登记。从现在起不再收他的副署；此前的副署仍在校验点下面。`);
      return 0;
    } finally {
      await app.destroy();
    }
  });
}
