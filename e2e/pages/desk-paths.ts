import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const desk = path.resolve(import.meta.dirname, '../../packages/desk/src');

/** Every path that a feature of the desk declares, such as `/draw/$drawId`; read as text, for the pages need a browser. */
export function deskPaths(): readonly string[] {
  const files = globSync(['features/*/index.tsx', 'app/routes.tsx'], { cwd: desk });
  const found = files.flatMap((file) => [...readFileSync(path.join(desk, file), 'utf8').matchAll(/path: '([^']+)'/g)]);
  return found.flatMap(([, written]) => (written === undefined ? [] : [written])).sort();
}
