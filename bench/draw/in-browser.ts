// The verifier as a citizen's browser runs it: the portal's own worker under the portal's own content policy.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openBrowser, seat } from '../../e2e/browser.ts';
import { buildStale } from '../../scripts/build.ts';
import { type Figure, secondsOf } from '../figure.ts';
import { bundle } from './bundle.ts';

const worker = path.resolve(import.meta.dirname, '../../packages/portal/dist/worker.js');
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";

/** `MINGCHOU_BENCH_BUNDLE` is the size of the large one. */
const large = Number(process.env['MINGCHOU_BENCH_BUNDLE'] ?? 1_000_000);
const sizes = [
  { entries: 10_000, oneIn: 10, inspectors: 200, atMost: 3 },
  { entries: large, oneIn: 100, inspectors: 200, atMost: 8 },
] as const;

export async function browserFigures(): Promise<readonly Figure[]> {
  const stale = await buildStale();
  if (stale.some(({ ok }) => !ok)) throw new Error('the portal was not built');
  const bare = await seconds(new Uint8Array());
  const figures: Figure[] = [];
  for (const { atMost, ...shape } of sizes) {
    const { zip } = bundle({ suite: 'sha256', ...shape });
    const value = await seconds(zip);
    const name = `${shape.entries.toLocaleString('en')} entries verified in Chromium, 1 in ${shape.oneIn} drawn`;
    const reference = { name: 'a worker that is asked nothing', value: bare };
    figures.push({ name, value, unit: 's', goal: { atMost }, reference });
  }
  return figures;
}

/** From the question to the answer, the start of the worker included. */
async function seconds(zip: Uint8Array): Promise<number> {
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    if (request.url === '/worker.js') {
      response.setHeader('content-type', 'text/javascript').end(readFileSync(worker));
    } else if (request.url === '/bundle.zip') response.end(zip);
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `listen` on a port gives an address with one.
  const { port } = server.address() as AddressInfo;
  const browser = await openBrowser();
  try {
    const { page } = await seat(browser, { at: `http://127.0.0.1:${port}` });
    await page.goto('/');
    await page.evaluate(fetchBundle);
    const verdicts: string[] = [];
    const value = await secondsOf(async () => verdicts.push(await page.evaluate(askWorker)), 3);
    const expected = zip.length === 0 ? 'unreadable' : 'partial';
    if (verdicts.some((verdict) => verdict !== expected)) throw new Error(`the verdict was ${verdicts.join(', ')}`);
    return value;
  } finally {
    await browser.close();
    server.close();
  }
}

interface Page {
  zip?: Uint8Array;
}

async function fetchBundle(): Promise<void> {
  const holder: Page = window as Page;
  holder.zip = new Uint8Array(await (await fetch('/bundle.zip')).arrayBuffer());
}

function askWorker(): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = new Worker('/worker.js');
    asked.onerror = (event) => reject(new Error(event.message));
    asked.onmessage = (event: MessageEvent<{ kind: string; report?: { verdict: string } }>) => {
      asked.terminate();
      resolve(event.data.report?.verdict ?? event.data.kind);
    };
    asked.postMessage({ zip: (window as Page).zip, logKeys: [] });
  });
}
