import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** The right to use one data folder, held by one living process. */
export interface DataLock {
  release(): void;
}

/** Takes the data folder, or throws with a Chinese message when a living process has it. */
export function lockData(folder: string): DataLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'mingchou.lock');
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`;
  if (!create(file, mine)) {
    const holder = readLock(file);
    if (holder !== undefined && isAlive(holder.pid, holder.start)) {
      throw new Error(
        `数据文件夹 ${folder} 正由另一个明抽进程使用（进程号 ${holder.pid}），本次没有启动。请先停止那个进程，或用 MINGCHOU_DATA 指定另一个数据文件夹`,
      );
    }
    rmSync(file, { force: true });
    if (!create(file, mine)) return lockData(folder);
  }
  return { release: () => rmSync(file, { force: true }) };
}

function create(file: string, text: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, text);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readLock(file: string): { pid: number; start: string } | undefined {
  const [pid, start] = (readOrNothing(file) ?? '').split(' ');
  return pid === undefined || !/^\d+$/.test(pid) ? undefined : { pid: Number(pid), start: start ?? '' };
}

/** Whether the process lives; with `start` also whether it is the same one and not a later holder of its number. */
export function isAlive(pid: number, start = ''): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = startOf(pid);
  return start === '' || now === undefined || now === start;
}

/** The moment a process began, in kernel ticks (field 22 of `/proc/<pid>/stat`); nothing where there is no /proc. */
function startOf(pid: number): string | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold spaces.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
