import process from 'node:process';
import { runServer } from './shell/run.ts';

const [kind = 'start'] = process.argv.slice(2);

if (kind !== 'start' && kind !== 'serve') {
  console.error(`不认识“${kind}”。可用：start（演示）、serve（正式使用）`);
  process.exit(2);
}
try {
  await runServer(kind, process.env);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (process.env.MINGCHOU_TRACE !== undefined) console.error(error);
  process.exit(1);
}
