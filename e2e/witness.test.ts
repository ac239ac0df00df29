import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import type { WitnessView } from '@mingchou/contract';
import { instantOf } from '@mingchou/domain';
import { witnessCommitment } from '@mingchou/verifier';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOf, openBrowser, seat } from './browser.ts';

const folder = path.resolve(import.meta.dirname, '../packages/server/src/modules/draw/witness-page');
const now = instantOf(Date.parse('2022-04-06T02:01:00Z'));
const [c, anotherC] = ['a'.repeat(64), 'b'.repeat(64)] as const;

/** A server that a witness should not have to trust: it keeps what it is sent and says what the test tells it to say. */
interface Hostile {
  readonly address: string;
  readonly received: string[];
  say: WitnessView;
  readonly server: Server;
}

function firstView(): WitnessView {
  const names = {
    bureauName: '示例局',
    bureauCode: '140428-changzi',
    objects: '示例企业',
    name: '张见',
    organisation: '示例组',
  };
  const steps = { sealed: null, commitment: null, diceConfirmed: false, revealed: null, drawn: false, voided: false };
  return { ...names, ...steps, suite: 'sha256', drawNo: 2, witness: 'W1', openAt: now, now };
}

async function openHostile(): Promise<Hostile> {
  const server = createServer((request, reply) => {
    void answer(request).then(([type, body]) => reply.setHeader('content-type', type).end(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const hostile: Hostile = { address: `http://127.0.0.1:${port}`, received: [], say: firstView(), server };

  async function answer(request: IncomingMessage): Promise<readonly [type: string, body: string]> {
    const url = request.url ?? '';
    if (!url.startsWith('/api/')) return readPart(url);
    let body = '';
    for await (const part of request) body += String(part);
    if (body !== '') {
      hostile.received.push(body);
      const sent = JSON.parse(body) as { commitment?: string; value?: string };
      if (sent.commitment !== undefined)
        hostile.say = { ...hostile.say, sealed: { commitment: sent.commitment, at: now } };
      if (sent.value !== undefined) hostile.say = { ...hostile.say, revealed: { value: sent.value, at: now } };
    }
    return ['application/json', JSON.stringify(hostile.say)];
  }
  return hostile;
}

async function readPart(url: string): Promise<readonly [string, string]> {
  const name = url.startsWith('/witness/assets/') ? path.basename(url) : 'witness.html';
  const types: Readonly<Record<string, string>> = {
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.html': 'text/html',
  };
  return [types[path.extname(name)] ?? 'text/plain', await readFile(path.join(folder, name), 'utf8')];
}

let browser: Browser;
let hostile: Hostile;
beforeAll(async () => {
  browser = await openBrowser();
  hostile = await openHostile();
});
afterAll(async () => {
  await browser.close();
  hostile.server.close();
});

test('a witness’s device keeps its value, and reveals it for no commitment but the one it saw first', async () => {
  const { page, complaints } = await seat(browser, { at: hostile.address, viewport: { width: 390, height: 844 } });
  const title = (words: string) => page.getByRole('heading', { level: 2, name: words }).waitFor();
  const published = (of: string) => ({ c: of, logIndex: 1, at: now });
  const reveal = page.getByRole('button', { name: '揭示随机数' });
  await page.goto('/witness/a-link');
  await page.getByRole('button', { name: '生成并封存随机数' }).click();
  await title('已封存');
  expect(await barriersOf(page)).toEqual([]);

  const kept = await page.evaluate(() => Object.values(localStorage).join());
  const { value } = JSON.parse(kept) as { value: string };
  expect(value).toMatch(/^[0-9a-f]{32}$/);
  expect(hostile.received.join()).not.toContain(value);
  expect(hostile.say.sealed?.commitment).toBe(witnessCommitment('sha256', '140428-changzi', 2, 'W1', value));

  hostile.say = { ...hostile.say, commitment: published(c) };
  await page.getByText('请与大屏逐组对照').waitFor();
  hostile.say = { ...hostile.say, commitment: published(anotherC), diceConfirmed: true };
  await title('承诺变了，请不要揭示');
  expect(await reveal.count()).toBe(0);

  hostile.say = { ...hostile.say, commitment: published(c) };
  await title('请您揭示随机数');
  await page.getByRole('button', { name: '清除这台设备上的数' }).click();
  await page.getByText('没有记下，本次抽签就要作废').waitFor();
  await page.getByRole('button', { name: '不清除' }).click();
  await reveal.click();
  await title('已揭示');
  expect(hostile.received.at(-1)).toContain(value);
  expect(complaints).toEqual([]);
});
