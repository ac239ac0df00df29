import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pino, { type Logger } from 'pino';
import { makeSetupLink } from '../composition.ts';
import type { DatabaseUrl } from '../db/address.ts';
import { migrate } from '../db/migrate.ts';
import { loadDemonstration } from '../demonstration/index.ts';
import { prepareQueue } from '../outbox/queue.ts';
import { type DatabaseServer, openDatabaseServer } from './database-server.ts';
import { readSettings, type Settings } from './environment.ts';
import { type House, openHouse } from './house.ts';
import { clearHalfLoaded, markInstallation, readInstallation } from './installation.ts';
import type { InstallationMode } from './shell.ts';

export type StartKind = 'start' | 'serve';

const modes = { start: 'demonstration', serve: 'production' } as const;

/** Starts the server and keeps it until a signal ends it. What it prints is for the person at the keyboard. */
export async function runServer(kind: StartKind, variables: NodeJS.ProcessEnv): Promise<void> {
  const settings = readSettings(variables);
  const mode = modes[kind];
  const logger = openLog(kind, settings);
  const server = await openDatabaseServer(settings);
  let house: House | undefined;
  const stopping = onceStopped(async () => {
    console.log('正在停止……');
    await house?.close();
    await server.stop();
    console.log('已停止，数据已保存');
  });
  try {
    house = await openPrepared(server, settings, mode, logger);
    const host = settings.host ?? (kind === 'start' ? '127.0.0.1' : '0.0.0.0');
    await house.app.listen({ port: settings.port, host });
    announce(kind, settings);
  } catch (error) {
    await house?.close();
    await server.stop();
    throw portTaken(error) ? new Error(portMessage(settings.port), { cause: error }) : error;
  }
  await stopping;
}

async function openPrepared(
  { url }: DatabaseServer,
  settings: Settings,
  mode: InstallationMode,
  logger: Logger,
): Promise<House> {
  await migrate(url);
  let installation = await readInstallation(url);
  if (installation.kind === 'half-loaded') {
    console.log('上次装入演示数据时中断了，正在重新装入……');
    await clearHalfLoaded(url);
    await migrate(url);
    installation = { kind: 'empty' };
  }
  if (installation.kind === 'marked' && installation.mode !== mode) throw new Error(modeMessages[mode]);
  await prepareQueue(url);
  const filesFolder = path.resolve(settings.dataFolder, 'files');
  const house = await openHouse({
    ...{ url, filesFolder, mode, logger },
    ...{ masterKeyFile: settings.masterKeyFile, publicUrl: settings.publicUrl },
    drandRelay: settings.drandRelay,
    timestamps: settings.timestamps,
  });
  if (installation.kind === 'empty') await fillEmpty(house, url, mode, settings);
  if (mode === 'production') await offerSetup(house, settings);
  return house;
}

const modeMessages = {
  production: '这个数据文件夹里是演示数据，不能作为正式系统启动。请用 MINGCHOU_DATA 指定另一个数据文件夹',
  demonstration:
    '这个数据文件夹里是正式数据，不能作为演示启动。请用 npm run serve 启动，或用 MINGCHOU_DATA 指定另一个数据文件夹',
} as const;

// A demonstration is marked when it is whole: without the mark the next start begins again.
async function fillEmpty(
  house: House,
  url: DatabaseUrl,
  mode: InstallationMode,
  { samplesFolder }: Settings,
): Promise<void> {
  if (mode === 'demonstration') {
    console.log('首次启动，正在装入演示数据……');
    try {
      await loadDemonstration(house, samplesFolder);
    } catch (error) {
      await house.close();
      throw error;
    }
  }
  await markInstallation(url, mode);
}

async function offerSetup({ database }: House, settings: Settings): Promise<void> {
  const bureau = await database.app.selectFrom('bureau').select('bureau_id').limit(1).executeTakeFirst();
  if (bureau !== undefined) return;
  const link = await makeSetupLink(database.app, database.clock, settings.publicUrl);
  console.log(`还没有登记任何局。请在 24 小时内用下面的一次性链接登记本局和第一个系统管理员：\n  ${link}`);
}

function announce(kind: StartKind, settings: Settings): void {
  const address = settings.publicUrl;
  console.log(
    kind === 'start'
      ? `明抽（演示）已启动：${address}\n  公示页面 ${address}/　工作台 ${address}/desk　现场页面 ${address}/field\n  按 Ctrl-C 停止`
      : `明抽已启动：${address}\n  公示页面 ${address}/　工作台 ${address}/desk　现场页面 ${address}/field`,
  );
}

/** The demonstration logs into its data folder and keeps the terminal for people; production logs to standard output. */
function openLog(kind: StartKind, settings: Settings): Logger {
  if (kind === 'serve') return pino({ level: 'info' });
  const folder = path.resolve(settings.dataFolder, 'log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return pino({ level: 'info' }, pino.destination({ dest: path.join(folder, 'mingchou.log'), sync: true }));
}

function onceStopped(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let begun = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (begun) return;
        begun = true;
        stop().then(resolve, reject);
      });
    }
  });
}

function portTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function portMessage(port: number): string {
  return `端口 ${port} 已被别的程序使用，没有启动。请停止那个程序，或用 PORT 指定另一个端口`;
}
