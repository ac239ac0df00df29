import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const [kind = 'start'] = process.argv.slice(2);

if (kind !== 'start' && kind !== 'serve') {
  console.error(`不认识“${kind}”。可用：start（演示）、serve（正式使用）`);
  process.exit(2);
}
// Types are stripped and modules compiled once and kept, which halves every start but the first. In the data folder,
// because that is nobody else's to write; hence also the import after it.
const cache = path.resolve(process.env.MINGCHOU_DATA ?? '.data', 'cache');
mkdirSync(cache, { recursive: true, mode: 0o700 });
enableCompileCache(cache);
try {
  const { runServer } = await import('./shell/run.ts');
  await runServer(kind, process.env);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (process.env.MINGCHOU_TRACE !== undefined) console.error(error);
  process.exit(1);
}
