import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { type Binaries, binariesIn } from './embedded-binaries.ts';

/** PostgreSQL refuses to run as uid 0: how we start it as somebody else. */
export type LaunchMode = 'direct' | 'namespace' | 'nobody';

export interface Launch {
  readonly binaries: Binaries;
  /** Words before the program. `--pdeathsig INT`: when our server is killed the database shuts itself down. */
  readonly prefix: readonly string[];
  /** Hands a folder of ours to the user the database runs as. */
  readonly own: (folder: string) => void;
}

const nobody = 65534;
const namespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];
const dieWithParent = ['setpriv', '--pdeathsig', 'INT', '--'];
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--pdeathsig', 'INT', '--'];
const copyForNobody = '/var/lib/mingchou/postgres-15';

/** Not root: directly. Root: in a user namespace, or as `nobody` where namespaces are forbidden. */
export function chooseMode(): LaunchMode {
  if (process.getuid?.() !== 0) return 'direct';
  return succeeds([...namespace, ...dieWithParent, 'true']) ? 'namespace' : 'nobody';
}

export function prepareLaunch(mode: LaunchMode, binaries: Binaries): Launch {
  switch (mode) {
    case 'direct':
      return { binaries, prefix: succeeds([...dieWithParent, 'true']) ? dieWithParent : [], own: () => undefined };
    case 'namespace':
      // setpriv must stand inside unshare; the other way round the death signal is lost.
      return { binaries, prefix: [...namespace, ...dieWithParent], own: () => undefined };
    case 'nobody':
      return { binaries: binariesForNobody(binaries), prefix: asNobody, own: giveToNobody };
  }
}

function succeeds(command: readonly string[]): boolean {
  const [program, ...rest] = command;
  return program !== undefined && spawnSync(program, rest, { stdio: 'ignore' }).status === 0;
}

// `nobody` cannot read a checkout below a folder of mode 700, so the programs are copied to where it can.
function binariesForNobody(binaries: Binaries): Binaries {
  if (!existsSync(copyForNobody)) {
    const half = `${copyForNobody}.${process.pid}`;
    mkdirSync(path.dirname(half), { recursive: true, mode: 0o755 });
    cpSync(binaries.native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    renameSync(half, copyForNobody);
  }
  return binariesIn(copyForNobody);
}

function giveToNobody(folder: string): void {
  chownDeep(folder);
  if (!succeeds([...asNobody, 'test', '-w', folder])) {
    throw new Error(
      `内置数据库不能以 root 身份运行，而普通用户进不了 ${folder}。请把数据文件夹放到其他用户可以进入的位置（例如 MINGCHOU_DATA=/var/lib/mingchou/data），或用普通用户启动`,
    );
  }
}

function chownDeep(at: string): void {
  const entry = lstatSync(at);
  if (entry.uid !== nobody && !entry.isSymbolicLink()) chownSync(at, nobody, nobody);
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(at)) chownDeep(path.join(at, name));
}

/** Removes a folder and everything in it; missing is fine. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
