import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, type House, newFolder, openHouse, untilHealthy } from './house.ts';

const root = path.resolve(import.meta.dirname, '..');

const text = async (house: House, address: string) => (await fetch(house.address + address)).text();

/** The process that PostgreSQL wrote down for itself. */
function databaseOf(house: House): number {
  const file = path.join(house.dataFolder, 'postgres/postmaster.pid');
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

/** Whether a process still works; one that ended and was not yet buried does not. */
function lives(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  for (let wait = 0; lives(pid) && wait < 200; wait += 1) await sleep(50);
}

describe('a demonstration', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  test('answers on the portal, the desk and the phone page, and describes its API', async () => {
    expect(await text(house, '/')).toContain('双随机抽查公开');
    expect(await text(house, '/desk/')).toContain('<script');
    expect((await fetch(`${house.address}/field`)).status).toBe(200);
    expect(JSON.parse(await text(house, '/openapi.json'))).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) });
    expect(JSON.parse(await text(house, '/healthz'))).toMatchObject({ status: 'ok' });
  });

  test('is not started twice on one data folder, and the second start says who has it', async () => {
    const { dataFolder } = house;
    await expect(openHouse({ dataFolder })).rejects.toThrow('正由另一个明抽进程使用');
    expect(JSON.parse(await text(house, '/healthz'))).toMatchObject({ status: 'ok' });
  });

  test('keeps everything over Ctrl-C, and takes its database along', async () => {
    const { dataFolder } = house;
    const before = await text(house, '/open-data/draws.json');
    const database = databaseOf(house);
    await house.stop('SIGINT');
    expect(house.said()).toContain('已停止');
    expect(lives(database)).toBe(false);
    expect(existsSync(path.join(dataFolder, 'postgres/postmaster.pid'))).toBe(false);

    house = await openHouse({ dataFolder });
    expect(await text(house, '/open-data/draws.json')).toBe(before);
  });

  test('opens cleanly after kill -9, which its database does not outlive', async () => {
    const { dataFolder } = house;
    const before = await text(house, '/open-data/draws.json');
    for (let round = 0; round < 3; round += 1) {
      const database = databaseOf(house);
      await house.stop('SIGKILL');
      house = await openHouse({ dataFolder });
      expect(databaseOf(house)).not.toBe(database);
      expect(lives(database)).toBe(false);
    }
    expect(await text(house, '/open-data/draws.json')).toBe(before);
  });

  test('is no data for real use', async () => {
    const { dataFolder } = house;
    await house.stop();
    await expect(openHouse({ dataFolder, kind: 'serve' })).rejects.toThrow('不能作为正式系统启动');
    house = await openHouse({ dataFolder });
  });
});

describe('an empty house', () => {
  test('has no account, and offers one set-up link', async () => {
    const house = await openHouse({ kind: 'serve' });
    expect(house.said()).toMatch(/一次性链接[\s\S]*https?:\/\//);
    expect(JSON.parse(await text(house, '/open-data/draws.json'))).toEqual([]);
    await house.close();
  });
});

describe('npm start', () => {
  /** Starts through npm and the bootstrap, as a person does. */
  async function started() {
    const dataFolder = await newFolder();
    const port = await freePort();
    const environment = { ...process.env, PORT: String(port), MINGCHOU_DATA: dataFolder };
    const npm = spawn('npm', ['start'], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    await untilHealthy(`http://127.0.0.1:${port}`, npm, 90);
    const server = Number(readFileSync(path.join(dataFolder, 'mingchou.lock'), 'utf8').split(' ')[0]);
    return { npm, server, dataFolder };
  }

  test.each(['SIGTERM', 'SIGKILL'] as const)('leaves no server behind when npm is ended by %s', async (signal) => {
    const { npm, server, dataFolder } = await started();
    expect(lives(server)).toBe(true);
    npm.kill(signal);
    await untilGone(server);
    expect(lives(server)).toBe(false);
    await rm(dataFolder, { recursive: true, force: true });
  });
});
