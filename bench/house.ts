// What a person waits for in the house as a whole: a second start, the first load of the desk, an import.
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { openBrowser, seat } from '../e2e/browser.ts';
import { type House, openHouse } from '../e2e/house.ts';
import { type Figure, secondsOf } from './figure.ts';
import { importOfRegistry } from './house/registry-import.ts';

export async function figures(): Promise<readonly Figure[]> {
  const first = await openHouse();
  const firstLoad = await deskFirstLoad(first);
  const registry = await importOfRegistry(first);
  await first.stop();
  const secondStart = await startAgain(first);
  return [secondStart, firstLoad, registry];
}

/** Three starts on a data folder that already holds the demonstration. */
async function startAgain({ dataFolder }: House): Promise<Figure> {
  const tries: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const begun = performance.now();
    const house = await openHouse({ dataFolder });
    tries.push((performance.now() - begun) / 1000);
    await (round < 2 ? house.stop() : house.close());
  }
  const bareNode = await secondsOf(async () => execFileSync(process.execPath, ['-e', '0']), 5);
  return {
    name: 'second start to healthy',
    value: tries.sort((a, b) => a - b)[1] ?? Number.POSITIVE_INFINITY,
    unit: 's',
    goal: { atMost: 3 },
    reference: { name: 'a bare start of Node', value: bareNode },
  };
}

/** Every byte that crosses the wire, fonts and pictures included, until the desk's first page stands still. */
async function deskFirstLoad({ address }: House): Promise<Figure> {
  const browser = await openBrowser();
  const { page } = await seat(browser, { at: address });
  const transfers: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    transfers.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto('/desk', { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(transfers)).reduce((sum, size) => sum + size, 0);
  await browser.close();
  return { name: 'first load of the desk, compressed', value: bytes / 1000, unit: 'kB', goal: { atMost: 500 } };
}
