import type { Settings } from '../shell/environment.ts';
import { borrowDatabase } from './borrow-database.ts';

/** Puts a new signing key in the place of a lost one, and prints the public key to be announced. */
export async function newLogKey(settings: Settings): Promise<0 | 1> {
  const { asRole } = await import('../db/address.ts');
  const { openPool, openTables } = await import('../db/pool.ts');
  const { replaceLogKey } = await import('../public-log/index.ts');
  return borrowDatabase(settings, async (url) => {
    // An idle connection that breaks matters to nobody here: the next statement says so itself.
    const onError = () => undefined;
    const app = openTables(openPool(asRole(url, 'mingchou_app'), { max: 1, onError }));
    try {
      const made = await replaceLogKey(app, settings.dataFolder);
      if (made === undefined) {
        console.error(
          '没有更换：数据文件夹里还有签名密钥 log-key.pem 和 log-key-sm2.pem。确实要换的，先把它移到别处封存，再运行本命令',
        );
        return 1;
      }
      console.log(
        `公开日志换了签名密钥。请在本局网站和公告栏公告新的公钥，说明更换的时间和理由：\n  ${made.join('\n  ')}`,
      );
      return 0;
    } finally {
      await app.destroy();
    }
  });
}
