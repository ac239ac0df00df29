import type { Settings } from '../shell/environment.ts';
import { borrowDatabase } from './borrow-database.ts';

/** Prints a new one-time link to register a bureau and its first administrator. */
export async function newSetupLink(settings: Settings): Promise<0 | 1> {
  const { makeSetupLink } = await import('../composition.ts');
  const { asRole } = await import('../db/address.ts');
  const { openPool, openTables } = await import('../db/pool.ts');
  const { storedClock } = await import('../clock.ts');
  const { readInstallation } = await import('../shell/installation.ts');
  return borrowDatabase(settings, async (url) => {
    const installation = await readInstallation(url);
    if (installation.kind !== 'marked' || installation.mode !== 'production') {
      console.error('这里是演示数据，不需要一次性链接。正式使用请先运行 npm run serve');
      return 1;
    }
    // An idle connection that breaks matters to nobody here: the next statement says so itself.
    const onError = () => undefined;
    const app = openTables(openPool(asRole(url, 'mingchou_app'), { max: 1, onError }));
    try {
      const link = await makeSetupLink(app, storedClock(), settings.publicUrl);
      console.log(`请在 24 小时内用下面的一次性链接登记一个局和它的第一个系统管理员：\n  ${link}`);
      return 0;
    } finally {
      await app.destroy();
    }
  });
}
