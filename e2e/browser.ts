import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { unpackedChromium } from './chromium.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Opens the browser; close it in `afterAll`. */
export async function openBrowser(): Promise<Browser> {
  const { executable, environment } = await unpackedChromium();
  // No sandbox: Chromium refuses its own to root, containers forbid it to others, and it opens pages of ours only.
  const args = ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'];
  return chromium.launch({ executablePath: executable, env: { ...environment }, args });
}

/** One person at a browser of their own: cookies, storage and secrets are shared with nobody. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page itself complained about: uncaught errors and lines of `console.error`. */
  readonly complaints: readonly string[];
}

export interface SeatOptions {
  /** Where relative addresses start, such as `http://127.0.0.1:8080`. */
  readonly at?: string;
  /** 1366 × 768 is what stands on most desks of a bureau. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly javaScript?: boolean;
}

/** Seats a person before a browser of their own. */
export async function seat(browser: Browser, options: SeatOptions = {}): Promise<Seat> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: options.viewport ?? { width: 1366, height: 768 },
    javaScriptEnabled: options.javaScript ?? true,
    acceptDownloads: true,
    ...(options.at === undefined ? {} : { baseURL: options.at }),
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, context, complaints };
}

/** Takes a picture into `folder` (from the root of the repository) once fonts and pictures have come. */
export async function photograph(page: Page, folder: string, name: string, whole = false): Promise<string> {
  const file = path.resolve(import.meta.dirname, '..', folder, `${name}.png`);
  await mkdir(path.dirname(file), { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: file, fullPage: whole, animations: 'disabled' });
  return file;
}

/** A rule of WCAG 2.2 AA that a page breaks, with the elements that break it. */
export interface Barrier {
  readonly rule: string;
  readonly impact: string;
  readonly elements: readonly string[];
}

interface AxeReport {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What keeps people out of the page as it stands now, by axe-core; an empty list is what a test asks for. */
export async function barriersOf(page: Page): Promise<Barrier[]> {
  // Evaluated, not added as a script: the page's content policy stays in force.
  await page.evaluate(await readFile(axe, 'utf8'));
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const report = await page.evaluate<AxeReport, string[]>(
    (values) => Reflect.get(window, 'axe').run(document, { runOnly: { type: 'tag', values } }),
    tags,
  );
  return report.violations.map(({ id, impact, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    elements: nodes.map(({ html }) => html.slice(0, 200)),
  }));
}
