import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseUrl } from '../db/address.ts';
import { openDatabaseServer } from '../shell/database-server.ts';
import type { Settings } from '../shell/environment.ts';

/** Runs on the database of a server that may be running; starts the embedded one only when nobody has it open. */
export async function borrowDatabase<T>(settings: Settings, run: (url: DatabaseUrl) => Promise<T>): Promise<T> {
  if (settings.databaseUrl !== undefined) return run(settings.databaseUrl);
  if (!existsSync(path.join(settings.dataFolder, 'postgres'))) {
    throw new Error(`数据文件夹 ${settings.dataFolder} 里还没有数据。请用 MINGCHOU_DATA 指定数据文件夹，或先启动一次`);
  }
  const { findRunning } = await import('../db/embedded.ts');
  const running = findRunning(settings.dataFolder);
  if (running !== undefined) return run(running);
  const server = await openDatabaseServer(settings);
  try {
    return await run(server.url);
  } finally {
    await server.stop();
  }
}
