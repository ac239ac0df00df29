import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { photograph } from '../browser.ts';
import { smaller } from './smaller.ts';

/** `npx vitest run --mode pictures` takes the pictures of the guide anew. */
const wanted = process.env['MODE'] === 'pictures';

/** A picture of the guide: what the person sees at this step of the story. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!wanted) return;
  await page.mouse.move(0, 0);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  const file = await photograph(page, 'docs/guide/images', name);
  await writeFile(file, smaller(await readFile(file)));
}
