import { type DatabaseUrl, socketUrl } from '../db/address.ts';
import type { Settings } from './environment.ts';

/** The PostgreSQL the server works on: a given one, or the embedded one in the data folder. */
export interface DatabaseServer {
  readonly url: DatabaseUrl;
  readonly stop: () => Promise<void>;
}

export async function openDatabaseServer(settings: Settings): Promise<DatabaseServer> {
  if (settings.databaseUrl !== undefined) return { url: settings.databaseUrl, stop: () => Promise.resolve() };
  const { startEmbedded } = await import('../db/embedded.ts');
  const server = await startEmbedded(settings.dataFolder);
  return { url: socketUrl(server.host, server.user, 'postgres'), stop: server.stop };
}
