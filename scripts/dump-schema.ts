// Writes packages/server/schema.sql from a database that the migrations made just now.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { socketUrl } from '../packages/server/src/db/address.ts';
import { startEmbedded } from '../packages/server/src/db/embedded.ts';
import { migrate } from '../packages/server/src/db/migrate.ts';
import { dumpSchema } from '../packages/server/src/db/schema-dump.ts';

const target = path.resolve(import.meta.dirname, '../packages/server/schema.sql');
const folder = await mkdtemp(path.join(tmpdir(), 'mc-schema-'));
const server = await startEmbedded(folder, { settings: { fsync: 'off' } });
try {
  const url = socketUrl(server.host, server.user, 'postgres');
  await migrate(url);
  await writeFile(target, await dumpSchema(url));
  console.log(`已写入 ${path.relative(process.cwd(), target)}`);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
