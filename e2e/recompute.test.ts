import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { drawPage } from '@mingchou/portal';
import { bundleOf, commitmentHash, isFileName, publicPartOf, readCommitment, type FileName } from '@mingchou/verifier';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { draw, site } from '../packages/portal/test/views.ts';
import { buildStale } from '../scripts/build.ts';
import { barriersOf, openBrowser, seat } from './browser.ts';

// The public page of a draw in a real browser, with a bundle of an independent implementation behind it.
const root = path.resolve(import.meta.dirname, '..');
let browser: Browser;
let server: http.Server | undefined;

beforeAll(async () => {
  const broken = (await buildStale()).filter((outcome) => !outcome.ok && outcome.name.endsWith('portal'));
  expect(broken).toEqual([]);
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => stop());

function vector(name: string): Map<FileName, Uint8Array> {
  const folder = path.join(root, 'vectors', name);
  const files = readdirSync(folder).filter(isFileName);
  return new Map(files.map((file) => [file, new Uint8Array(readFileSync(path.join(folder, file)))]));
}

function commitmentOfVector(files: ReadonlyMap<FileName, Uint8Array>): string {
  const bytes = files.get('commit.json') ?? new Uint8Array();
  const reading = readCommitment(bytes);
  if (!reading.ok) throw new Error('the vector has no readable commitment');
  return commitmentHash(reading.value.suite, bytes);
}

/** Serves one page, its assets and its bundle; `requests` says what the browser asked for. */
async function house(zip: Uint8Array, commitment: string) {
  const view = draw({ bundle: { file: 'draw-2.zip', bytes: zip.length, sha256: '0'.repeat(64) } });
  const shown = { ...view, commitment: view.commitment === null ? null : { ...view.commitment, hash: commitment } };
  const html = drawPage(site(), {
    draw: shown,
    progress: [],
    results: [],
    asked: null,
    logKeys: [],
    offlinePage: true,
  });
  const requests: string[] = [];
  const listener = http.createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    requests.push(address);
    const asset = /^\/portal\/([a-z.]+)$/.exec(address)?.[1];
    if (asset !== undefined) {
      const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
      response.setHeader('content-type', types[path.extname(asset)] ?? 'text/html; charset=utf-8');
      response.end(readFileSync(path.join(root, 'packages/portal/dist', asset)));
    } else if (address.endsWith('.zip')) response.end(zip);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  server = listener;
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const listening = listener.address();
  if (listening === null || typeof listening === 'string') throw new Error('no port');
  return { address: `http://127.0.0.1:${listening.port}/b/changzi/draws/2`, requests };
}

/** Stops the server if it still runs. */
async function stop(): Promise<void> {
  const running = server;
  server = undefined;
  if (running === undefined) return;
  running.closeAllConnections();
  await new Promise((resolve) => running.close(resolve));
}

async function openLoaded(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: '在我的浏览器里重算' }).waitFor();
}

test('a citizen recomputes the draw, also after the server has stopped, and nothing is sent anywhere', async () => {
  const files = publicPartOf(vector('plain-sha256'));
  const { address, requests } = await house(bundleOf(files), commitmentOfVector(files));
  const { page, context, complaints } = await seat(browser);
  await openLoaded(page, address);
  await stop();
  const before = requests.length;

  await page.getByRole('button', { name: '在我的浏览器里重算' }).click();
  const verdict = page.locator('[data-verdict]');
  await verdict.getByRole('heading', { name: '重算了一遍' }).waitFor();
  const said = await verdict.innerText();
  expect(said).toMatch(/通过\d+项，未核\d+项，不符0项/);
  // The public part lacks the conflicts: the page names what it could not check.
  expect(said).toContain('未核：');
  expect(said).not.toContain('不符：');
  expect(requests.length).toBe(before);
  expect(await barriersOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a changed result is named first and turns the box', async () => {
  const files = publicPartOf(vector('plain-sha256'));
  const selected = files.get('selected.csv');
  if (selected === undefined) throw new Error('no result in the vector');
  const text = new TextDecoder().decode(selected).split('\n');
  const forged = new TextEncoder().encode([text[1], text[0], ...text.slice(2)].join('\n'));
  const { address } = await house(bundleOf(new Map(files).set('selected.csv', forged)), commitmentOfVector(files));
  const { page, context } = await seat(browser);
  await openLoaded(page, address);
  await page.getByRole('button', { name: '在我的浏览器里重算' }).click();
  await page.getByRole('heading', { name: '重算了一遍，有不符' }).waitFor();
  expect(await page.locator('[data-verdict] li').first().innerText()).toContain('不符：');
  expect(await barriersOf(page)).toEqual([]);
  await context.close();
});

test('a bundle of another draw is not taken for this one', async () => {
  const { address } = await house(bundleOf(publicPartOf(vector('plain-sha256'))), 'f'.repeat(64));
  const { page, context } = await seat(browser);
  await openLoaded(page, address);
  await page.getByRole('button', { name: '在我的浏览器里重算' }).click();
  await page.getByRole('heading', { name: '证据包不是这次抽签的' }).waitFor();
  await context.close();
});

test('an enterprise looks itself up without telling the server', async () => {
  const files = publicPartOf(vector('plain-sha256'));
  const { address, requests } = await house(bundleOf(files), commitmentOfVector(files));
  const [first = ''] = new TextDecoder().decode(files.get('selected.csv')).split('\n');
  const { page, context } = await seat(browser);
  await openLoaded(page, address);
  const before = requests.length;
  await page.getByLabel('统一社会信用代码').fill(` ${(first.split(',')[1] ?? '').toLowerCase()} `);
  await page.getByRole('button', { name: '查询' }).click();
  await page.locator('[data-self-answer] .big').waitFor();
  expect(await page.locator('[data-self-answer]').innerText()).toMatch(/抽中了[\s\S]*第1位/);
  expect(requests.length).toBe(before);
  expect(await barriersOf(page)).toEqual([]);
  await context.close();
});

test('the page without a script says that nothing was recomputed and offers bundle and off-line page', async () => {
  const files = publicPartOf(vector('plain-sha256'));
  const { address } = await house(bundleOf(files), commitmentOfVector(files));
  const { page, context } = await seat(browser, { javaScript: false });
  await page.goto(address);
  const verdict = page.locator('[data-verdict]');
  expect(await verdict.innerText()).toContain('还没有重算');
  expect(await verdict.getByRole('link').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('下载证据包'), expect.stringContaining('下载离线核验页')]),
  );
  expect(await page.getByRole('button', { name: '在我的浏览器里重算' }).count()).toBe(0);
  expect(await page.getByRole('row').count()).toBeGreaterThan(12);
  await context.close();
});

test('the off-line page is one file and checks a bundle from the disk without any request', async () => {
  const { page, context, complaints } = await seat(browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const here = `file://${path.join(root, 'packages/portal/dist/verify.html')}`;
  await page.goto(here);
  const zip = Buffer.from(bundleOf(publicPartOf(vector('plain-sm3'))));
  await page
    .getByLabel('证据包（ZIP文件）')
    .setInputFiles({ name: 'draw.zip', mimeType: 'application/zip', buffer: zip });
  await page.getByRole('heading', { name: '重算了一遍' }).waitFor();
  expect(await page.locator('#report').innerText()).toMatch(/不符0项/);
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([here]);
  expect(complaints).toEqual([]);
  await context.close();
});
