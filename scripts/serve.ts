import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildStale } from './build.ts';
import { root } from './tool.ts';

const main = path.join(root, 'packages/server/src/main.ts');
const [kind = 'start'] = process.argv.slice(2);

for (const built of await buildStale()) {
  if (built.ok) continue;
  console.error(`${built.name} 没有构建出来：\n${built.output}`);
  process.exit(1);
}
if (!existsSync(main)) {
  console.error('找不到 packages/server/src/main.ts，这份源代码不完整，请重新取一份。');
  process.exit(1);
}

// The server takes the place of this process: signals and kills then meet the server and nothing in between.
process.execve?.(
  process.execPath,
  [process.execPath, '--disable-warning=ExperimentalWarning', main, kind],
  process.env,
);
process.argv.splice(1, process.argv.length, main, kind);
await import(main);
