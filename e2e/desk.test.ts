import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { barriersOf, openBrowser, type Seat, seat } from './browser.ts';
import { type House, openHouse } from './house.ts';

/** Two cores may be shared by everything. */
const patient = { timeout: 10_000 };

let house: House;
let browser: Browser;
let seats: Seat[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});
afterEach(async () => {
  await Promise.all(seats.map(({ context }) => context.close()));
  seats = [];
});

/** A person of the demonstration at a browser of their own, on the page asked for. */
async function sitDown(name: string, address = '/desk/'): Promise<Seat> {
  const taken = await seat(browser, { at: house.address });
  seats.push(taken);
  const { page } = taken;
  await page.goto(address);
  await chooseToBe(page, name);
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  return taken;
}

async function chooseToBe(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

/** What a page complained about, but for the question who is signed in, which 401 answers. */
const complaintsOf = ({ complaints }: Seat) => complaints.filter((line) => !line.includes('401'));

/** A choice is kept before the page is left. */
async function chooses(page: Page, choice: Locator): Promise<void> {
  if (await choice.isChecked()) return;
  const kept = page.waitForResponse((reply) => reply.url().endsWith('/save-display-settings'));
  await choice.check();
  await kept;
}

describe('the frame of the desk', () => {
  test('opens the page that was asked for once somebody has signed in, and names the demonstration’s time', async () => {
    const { page } = await sitDown('何书', '/desk/draw');
    await expect.poll(() => page.title(), patient).toBe('全部抽签 · 明抽');
    expect(await page.getByRole('banner').textContent()).toMatch(/长子县应急管理局.*演示时间.*5月6日 周五/);
  });

  test('shows each person the entries of their work, with what waits for them', async () => {
    const { page } = await sitDown('何书');
    const rail = page.getByRole('navigation', { name: '主导航' });
    const words = await rail.getByRole('link').allTextContents();
    expect(words.map((word) => word.slice(0, 2))).toEqual(['今日', '计划', '抽签', '检查', '公示', '底册', '统计']);
    const { page: ofInspector } = await sitDown('赵一');
    await expect
      .poll(() => ofInspector.getByRole('navigation', { name: '主导航' }).innerText(), patient)
      .not.toContain('统计');
  });

  test('finds an enterprise by its pinyin initials from anywhere, without the mouse', async () => {
    const { page } = await sitDown('何书', '/desk/draw');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('zzxxzhjyz');
    await page.getByRole('region', { name: '查找结果' }).getByText('玄字号加油站').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/registry\?/);
  });

  test.each([
    ['标准', '浅色'],
    ['标准', '深色'],
    ['大字', '浅色'],
  ])(
    'keeps nobody out in %s on %s ground, and the choice follows the person to another machine',
    async (size, ground) => {
      const first = await sitDown('吕审');
      const { page } = first;
      await page.getByRole('banner').getByRole('button', { name: /吕审/ }).click();
      await chooses(page, page.getByLabel(size, { exact: true }).first());
      await chooses(page, page.getByLabel(ground));
      await page.keyboard.press('Escape');
      for (const address of ['/desk/', '/desk/audit', '/desk/account']) {
        await page.goto(address);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await barriersOf(page), address).toEqual([]);
      }
      expect(complaintsOf(first)).toEqual([]);

      const { page: elsewhere } = await sitDown('吕审');
      const root = elsewhere.locator('html');
      await expect.poll(() => root.getAttribute('data-theme'), patient).toBe(ground === '深色' ? 'dark' : 'light');
      await expect.poll(() => root.getAttribute('data-size'), patient).toBe(size === '大字' ? 'large' : null);
    },
  );
});

describe('a list', () => {
  test('keeps its filter and order in the address, and its columns with the person', async () => {
    const { page } = await sitDown('何书', '/desk/registry');
    await page.getByRole('button', { name: '危化经营', exact: true }).click();
    await page.getByRole('columnheader', { name: '名称' }).getByRole('button').click();
    await expect.poll(() => page.url(), patient).toMatch(/sort=name/);
    await page.getByText('共39条').waitFor();
    await page.getByRole('button', { name: '列', exact: true }).click();
    await page.getByRole('checkbox', { name: '代码' }).uncheck();
    await page.keyboard.press('Escape');

    const { page: elsewhere } = await sitDown('何书', new URL(page.url()).pathname + new URL(page.url()).search);
    await elsewhere.getByText('共39条').waitFor();
    await expect.poll(() => elsewhere.getByRole('columnheader', { name: '代码' }).count(), patient).toBe(0);
    await elsewhere.getByRole('button', { name: '列', exact: true }).click();
    await elsewhere.getByRole('button', { name: '恢复原样' }).click();
    await elsewhere.getByRole('columnheader', { name: '代码' }).waitFor();
  });

  test('is walked with the arrows and opened with Enter; Esc closes what was opened', async () => {
    const { page } = await sitDown('何书', '/desk/registry');
    const rows = page.locator('tbody tr');
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/subject=/);
    await page.getByRole('button', { name: /^收起/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url(), patient).not.toMatch(/subject=/);
  });

  test('says what was not found and clears the filter', async () => {
    const { page } = await sitDown('何书', '/desk/registry?search=没有这一家');
    await page.getByText('没有符合「没有这一家」的结果。').waitFor();
    await page.getByRole('button', { name: '清空筛选' }).click();
    await page.getByText('共133条').waitFor();
  });
});

describe('a form', () => {
  test('names what is wrong and leads there', async () => {
    const { page } = await sitDown('孙管', '/desk/account/new');
    await page.getByRole('button', { name: '登记账号' }).click();
    const summary = page.getByRole('alert').filter({ hasText: '没有保存' });
    await summary.getByRole('link', { name: '姓名' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')), patient)
      .toBe('true');
    expect(await barriersOf(page)).toEqual([]);
  });

  test('loses nothing when the session ends, and sends once after signing in again', async () => {
    const { page, context } = await sitDown('孙管', '/desk/account/new');
    await page.getByLabel('姓名').fill('周新');
    await page.getByLabel('登录名').fill('zhouxin');
    await page.getByLabel('执法人员').check();
    await page.getByLabel('首次密码').fill('Zhou-xin-2022');
    await context.clearCookies();
    await page.getByRole('button', { name: '登记账号' }).dblclick();
    const dialog = page.getByRole('dialog', { name: '登录已过期，登录后继续' });
    await dialog.getByRole('button', { name: /^孙管/ }).click();
    await page.waitForURL(/\/desk\/account\?person=/);
    await page.getByLabel('查找：姓名、登录名').fill('周新');
    await expect.poll(() => page.locator('tbody tr').count(), patient).toBe(1);
  });

  test('keeps what was typed when the window is closed, until the person does without it', async () => {
    const { page, context } = await sitDown('何书', '/desk/registry/new');
    await page.getByLabel('名称', { exact: true }).fill('长子县试字号加油站');
    await page.keyboard.press('Control+s');
    await page.getByText(/^\d\d:\d\d已自动保存$/).waitFor();
    await page.close();

    const again = await context.newPage();
    await again.goto('/desk/registry/new');
    await again.getByText('接着填写').waitFor();
    expect(await again.getByLabel('名称', { exact: true }).inputValue()).toBe('长子县试字号加油站');
    await again.getByRole('button', { name: '不要草稿，重新填写' }).click();
    expect(await again.getByLabel('名称', { exact: true }).inputValue()).toBe('');
  });

  test('sends nothing in the name of another who signs in instead', async () => {
    const { page, context } = await sitDown('孙管', '/desk/account/new');
    await page.getByLabel('姓名').fill('郑替');
    await page.getByLabel('登录名').fill('zhengti');
    await page.getByLabel('执法人员').check();
    await page.getByLabel('首次密码').fill('Zheng-ti-2022');
    await context.clearCookies();
    await page.getByRole('button', { name: '登记账号' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^吕审/ }).click();
    await page.getByRole('heading', { name: '今日', level: 1 }).waitFor();
    await page.goto('/desk/account?search=郑替');
    await page.getByText('没有符合「郑替」的结果。').waitFor();
  });
});
