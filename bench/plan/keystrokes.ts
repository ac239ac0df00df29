import { randomUUID } from 'node:crypto';
import { accountRoutes, addressOf } from '@mingchou/contract';
import type { Page } from 'playwright-core';
import { openBrowser, seat } from '../../e2e/browser.ts';
import type { Figure } from '../figure.ts';

const fields = ['抽查任务名称', '轮次', '配合部门'];
const typed = '1234567890123456789012345678901234567890';

/** From the press of a key to the next picture on the screen, the worst and the 95th of a hundred, in three fields. */
export async function typeIntoRow(address: string, path: string, rows: number): Promise<readonly Figure[]> {
  const browser = await openBrowser();
  try {
    const { page } = await seat(browser, { at: address });
    await signIn(page, address);
    await page.goto(path, { waitUntil: 'networkidle' });
    await watchKeys(page);
    for (const field of fields) {
      const box = page.getByLabel(field).first();
      await box.click();
      await page.keyboard.press('End');
      for (const key of field === '轮次' ? '12' : typed) await page.keyboard.type(key, { delay: 60 });
    }
    await page.waitForTimeout(500);
    const spans = (await keySpans(page)).sort((a, b) => a - b);
    const at = (share: number) =>
      spans[Math.min(spans.length - 1, Math.floor(spans.length * share))] ?? Number.POSITIVE_INFINITY;
    const goal = { atMost: 50 };
    return [
      {
        name: `keystroke to next picture, plan of ${rows} rows, p95 of ${spans.length}`,
        value: at(0.95),
        unit: 'ms',
        goal,
      },
      { name: 'the slowest of them', value: at(1), unit: 'ms', goal: { atMost: 100 } },
    ];
  } finally {
    await browser.close();
  }
}

async function signIn(page: Page, address: string): Promise<void> {
  const choices = await fetch(address + addressOf(accountRoutes.signInChoices));
  const { bureaus } = accountRoutes.signInChoices.reply.parse(await choices.json());
  const bureau = bureaus.find(({ slug }) => slug === 'changzi');
  const clerk = bureau?.people.find(({ roles }) => roles.includes('legalClerk'));
  const headers = { 'x-mingchou': '1', 'idempotency-key': randomUUID(), origin: address };
  await page.request.post(addressOf(accountRoutes.signInAs), {
    data: { bureauId: bureau?.id, personId: clerk?.id },
    headers,
  });
}

/** From the moment the key went down, waiting included, to after the frame that shows it. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const spans: number[] = [];
    document.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => spans.push(performance.now() - timeStamp);
          painted.port2.postMessage(null);
        }),
      true,
    );
    Object.assign(window, { keySpans: () => spans });
  });
}

function keySpans(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { keySpans: () => number[] }).keySpans());
}
