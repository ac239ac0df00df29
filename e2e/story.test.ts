import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { barriersOf, openBrowser, photograph, seat } from './browser.ts';
import type { House } from './house.ts';
import { openChangzi } from './story/bureau.ts';
import { tablesHolding } from './story/database.ts';
import {
  givesLink,
  opensRound,
  preparesDraw,
  reveals,
  seals,
  takesStep,
  typesDice,
  type Witness,
} from './story/draw.ts';
import { eventsOf } from './story/log.ts';
import { opensInspection, recordsResult } from './story/inspection.ts';
import { comes, movesClock, type Person, provesIdentity } from './story/person.ts';
import { importsWorkbook, linksInspectors, suspends } from './story/registry.ts';
import { addsRow, beginsPlan, rowsOf2022 } from './story/plan.ts';
import { picture } from './story/picture.ts';

const row2 = '2022年危险化学品生产经营企业双随机抽查计划';
const digits = '40719 36502 88417 36259';

let house: House;
let browser: Browser;
let clerk: Person;
let otherClerk: Person;
let chief: Person;
/** The screen on the wall of the room: nobody is signed in there. */
let wall: Page;
let deputy: Person;
let administrator: Person;
let witnesses: readonly Witness[] = [];
/** The firm that was drawn first and its team. */
let first = { firm: '', team: [''] };

beforeAll(async () => {
  [house, browser] = await Promise.all([openChangzi(), openBrowser()]);
  clerk = await comes(browser, house.address, '何书');
  chief = await comes(browser, house.address, '施核');
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) await photograph(page, 'test-results', `story-${at}`);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

test('the clerk imports both registries and sees the base of 133', async () => {
  await picture(clerk.page, '01-today');
  await importsWorkbook(clerk, 'subject', 133);
  await clerk.sees('133家＝6煤矿＋31洗储煤＋2危化生产＋39危化经营＋55工贸');
  await picture(clerk.page, '03-registry');
  await importsWorkbook(clerk, 'inspector', 12);
  await picture(clerk.page, '05-inspectors');
});

test('the clerk writes the plan of four rows: 6, 9, 6 and 4, each with its base, ratio and rounding', async () => {
  await movesClock(clerk, '2022-03-02', '10:00');
  await beginsPlan(clerk);
  for (const row of rowsOf2022) await addsRow(clerk, row);
  await picture(clerk.page, '07-plan');
  const said = await clerk.reads();
  for (const sum of ['6×100%＝6', '41×20%＝8.2', '55×10%＝5.5', '31×10%＝3.1']) expect(said).toContain(sum);
  const counts = await clerk.page.locator('.plan-table td .count').allInnerTexts();
  expect(counts).toEqual(['6', '9', '6', '4']);
});

test('a clerk whose page has grown stale is told who changed what, and keeps what was typed', async () => {
  otherClerk = await comes(browser, house.address, '何录');
  await otherClerk.page.goto(clerk.page.url());
  for (const person of [clerk, otherClerk]) {
    await person.follow('修改任务4');
    await person.page.getByRole('button', { name: '保存任务' }).waitFor();
  }
  await otherClerk.page.getByLabel('抽查对象范围').fill('全县洗（储）煤企业');
  await otherClerk.give('保存任务');
  await otherClerk.sees('全县洗（储）煤企业', otherClerk.page.locator('.plan-table'));

  const scope = clerk.page.getByLabel('抽查对象范围');
  await scope.fill('全县洗（储）煤厂和配煤厂');
  await clerk.give('保存任务');
  await clerk.sees(/何录.*改/);
  // The button stands at the foot of a long form: the answer is brought before the eyes.
  await expect
    .poll(async () => (await clerk.page.getByRole('alert').first().boundingBox())?.y)
    .toBeGreaterThanOrEqual(0);
  await clerk.sees('全县洗（储）煤企业');
  expect(await scope.inputValue()).toBe('全县洗（储）煤厂和配煤厂');
  await clerk.sees('左边是您的，右边是现在的');
  await picture(clerk.page, '36-stale');
  await clerk.give('以我的重新保存');
  await clerk.give('保存任务');
  await clerk.sees('全县洗（储）煤厂和配煤厂', clerk.page.locator('.plan-table'));
});

test('the deputy director approves what the clerk has submitted, and the clerk publishes it', async () => {
  await clerk.page.getByLabel('正文删去「不少于2次」，以计划表为准').check();
  await clerk.give('按所选修改');
  await clerk.page.getByText('必须解决').waitFor({ state: 'hidden' });
  await clerk.give('提交审批');
  await clerk.sees('待审批');
  deputy = await comes(browser, house.address, '吕审');
  await picture(deputy.page, '08-deputy-today');
  await deputy.open('/plan');
  await deputy.follow('审批计划');
  await deputy.sees('长子应急发〔2022〕23号');
  await takesStep(deputy, '批准计划', '09-approve');
  await deputy.sees('已批准');
  await clerk.open('/plan');
  await takesStep(clerk, '公开计划', '10-publish-plan');
  await clerk.sees('已公开');
  await picture(clerk.page, '11-plan-published');
});

test('the task of row 2 keeps the approved nine although an exclusion has since lowered the pool', async () => {
  await movesClock(clerk, '2022-04-01', '16:20');
  await suspends(clerk, '辰字号', '2022-03-28', '停业整修，已交停业报告');
  await opensRound(clerk, '2022年第一轮');
  await preparesDraw(clerk, row2, ['2022-04-06', '10:00']);
  await takesStep(clerk, '冻结名单', '14-freeze');
  await clerk.sees('抽9家，按批准计划；可抽由41减为40');
});

test('two witnesses seal on their own phones, and the server holds nothing but hashes', async () => {
  const links = [await givesLink(clerk, '张见'), await givesLink(clerk, '孔证')];
  witnesses = [await seals(browser, links[0] ?? '', '16-witness-seal'), await seals(browser, links[1] ?? '')];
  for (const { value, hash } of witnesses) {
    expect(await tablesHolding(house, value)).toEqual([]);
    expect(await tablesHolding(house, hash)).toEqual(['audit_entry', 'draw']);
  }
});

test('the commitment is published by the clerk who entered the password again', async () => {
  await takesStep(clerk, '公开承诺', '17-commit');
  await picture(clerk.page, '18-password');
  await provesIdentity(clerk);
  await clerk.sees('等待开启');
  await clerk.sees('公开日志第1条');
  await picture(clerk.page, '19-committed');
  await clerk.press('打开仪式大屏');
  await picture(clerk.page, '37-open-ceremony');
  const address = (await clerk.dialog.getByRole('link', { name: '打开大屏' }).getAttribute('href')) ?? '';
  await clerk.press('收起', clerk.dialog);
  wall = (await seat(browser, { at: house.address, viewport: { width: 1920, height: 1080 } })).page;
  await wall.goto(address);
  await wall.getByText(/还有\d天\d+小时/).waitFor();
  await picture(wall, '38-ceremony-waiting');
});

test('at the ceremony the dice are typed by one and again by another, and the witnesses reveal', async () => {
  await movesClock(clerk, '2022-04-06', '10:01');
  await typesDice(clerk, '录入骰子数', digits, '20-dice');
  await clerk.sees('待复核');
  await wall.getByText('何书已录入，待另一人复核').waitFor();
  await chief.open(new URL(clerk.page.url()).pathname.replace('/desk', ''));
  await typesDice(chief, '复核骰子数', digits);
  await chief.sees('已复核');
  await reveals(witnesses[0] as Witness, '21-witness-reveal');
  await wall.getByText('现在请孔证在自己的手机上揭示').waitFor();
  await picture(wall, '39-ceremony-collecting');
  await reveals(witnesses[1] as Witness);
  await wall.getByText(/随机数到齐，结果已经确定，等何书开签/).waitFor();
});

test('of two clerks who press 开签 at once one draws and the other is told who did', async () => {
  await movesClock(clerk, '2022-04-06', '10:06');
  const other = otherClerk;
  await other.page.goto(clerk.page.url());
  await takesStep(other, '开签', '22-run');
  await clerk.press('开签');
  const press = clerk.dialog.getByRole('button', { name: '开签', exact: true });
  await Promise.all([provesIdentity(other), press.dblclick({ force: true })]);
  const result = '[aria-label="抽中与候补"] tbody tr';
  await Promise.all([clerk, other].map(({ page }) => page.locator(result).first().waitFor()));
  const loser = (await clerk.dialog.isVisible()) ? clerk : other;
  const winner = loser === clerk ? '何录' : '何书';
  await loser.sees(new RegExp(`${winner}已于4月6日 10:06开签`), loser.dialog);
  await loser.press('看结果', loser.dialog);
  expect(await other.dialog.count()).toBe(0);
  expect(await clerk.dialog.count()).toBe(0);
  await picture(clerk.page, '23-drawn');
  const drawnFirst = clerk.page.locator(result).first();
  const firm = await drawnFirst.locator('td').nth(1).innerText();
  first = { firm, team: await drawnFirst.locator('.team-seat').allInnerTexts() };
  expect(await clerk.page.locator(result).count()).toBe(12);
  expect(first.team).toHaveLength(2);
  // The wall was never loaded again: it heard of each act, and now unfolds the result.
  await wall.locator('[data-names] li').first().getByText(firm).waitFor();
  expect(await barriersOf(wall)).toEqual([]);
});

test('nine visits are dispatched', async () => {
  await takesStep(clerk, '派发9户', '24-dispatch');
  await clerk.sees('已派发');
  // By hand to the end of the picture, as whoever speaks to the room would.
  for (let step = 0; step < 9; step += 1) await wall.keyboard.press('ArrowRight');
  await wall.locator('[data-reserves]:not(.to-come)').waitFor();
  await picture(wall, '40-ceremony-result');
});

test('one inspector of the team begins, the other records the result with its standard category', async () => {
  administrator = await comes(browser, house.address, '孙管');
  await linksInspectors(administrator, first.team);
  await picture(administrator.page, '30-accounts');
  const [one, other] = await Promise.all(first.team.map((name) => comes(browser, house.address, name)));
  if (one === undefined || other === undefined) throw new Error('a team has two inspectors');
  await movesClock(one, '2022-04-11', '10:05');
  await picture(one.page, '25-inspector-today');
  await opensInspection(one, first.firm);
  await one.give('开始检查');
  await one.sees('检查中');
  await opensInspection(other, first.firm);
  await recordsResult(other, '6', '可燃气体检测报警器有一处关闭，已责令立即改正。', '2022-04-11');
  await other.sees('待确认');
});

test('the chief confirms, the legal section reviews, and the result is disclosed', async () => {
  await opensInspection(chief, first.firm);
  await chief.give('确认结果');
  await chief.sees('待法制审核');
  await opensInspection(clerk, first.firm);
  await picture(clerk.page, '27-review');
  await clerk.give('通过审核');
  await clerk.sees('待公示');
  await chief.open('/disclosure');
  await picture(chief.page, '28-disclosure');
  await chief.press('公示已批准的1条');
  await picture(chief.page, '29-disclose');
  await chief.give('公示1条', chief.dialog);
  await provesIdentity(chief);
  await chief.sees('没有待公示的结果');
});

test('every command was pressed twice and done once', async () => {
  const auditor = await comes(browser, house.address, '周监');
  await auditor.open('/audit');
  await picture(auditor.page, '31-log');
  const nouns = ['exchange', 'plan', 'task', 'draw', 'inspection', 'disclosure'];
  expect(await eventsOf(auditor, nouns)).toEqual({
    // Two by the clerk of the story, three by the founding: laws and both lists of the province.
    'import-tried': 5,
    'registry-imported': 5,
    'plan-created': 1,
    'plan-row-added': 4,
    'plan-row-updated': 2,
    'plan-mended': 1,
    'plan-submitted': 1,
    'plan-approved': 1,
    'plan-published': 1,
    'task-opened': 1,
    'task-drawing-began': 1,
    'task-drawn': 1,
    'task-dispatched': 1,
    'draw-prepared': 1,
    'roster-frozen': 1,
    'witness-link-issued': 2,
    'witness-sealed': 2,
    'commitment-published': 1,
    'dice-recorded': 1,
    'dice-confirmed': 1,
    'witness-revealed': 2,
    'draw-completed': 1,
    'draw-dispatched': 1,
    'inspection-dispatched': 9,
    'inspection-started': 1,
    'outcome-recorded': 1,
    'outcome-confirmed': 1,
    'inspection-reviewed': 1,
    // Once in the inspection's own record and once in the disclosure's.
    'result-disclosed': 2,
  });
});

test('the portal shows plan, draw and result, with the deadline it had to meet and the clause that set it', async () => {
  const citizen = await seat(browser, { at: house.address });
  const reads = () => citizen.page.locator('body').innerText();
  await citizen.page.goto('/b/changzi/');
  await picture(citizen.page, '32-portal');
  await citizen.page.goto('/b/changzi/plan');
  expect(await reads()).toContain('41×20%＝8.2');
  await citizen.page.goto('/b/changzi/results');
  await citizen.page.getByRole('link', { name: first.firm }).click();
  await picture(citizen.page, '33-result');
  expect(await reads()).toMatch(/7个工作日，最晚2022年4月20日[\s\S]*2022年抽查工作计划 七（一）/);
  await citizen.page.goto('/b/changzi/draws/1');
  await picture(citizen.page, '34-portal-draw');
  expect(await reads()).toContain('记在公开日志第1条');
  expect(await reads()).toMatch(/40家可抽，抽中9家，候补3家[\s\S]*结果公示1\/9/);
  await citizen.context.close();
});

test('a citizen recomputes the draw, also when the server has stopped, and verify-draw agrees', async () => {
  const citizen = await seat(browser, { at: house.address });
  const { page } = citizen;
  await page.goto('/b/changzi/draws/1', { waitUntil: 'networkidle' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /下载证据包/ }).click(),
  ]);
  const bundle = path.join(house.dataFolder, download.suggestedFilename());
  await download.saveAs(bundle);
  const [key = ''] = (await (await fetch(`${house.address}/log/key`)).text()).split('\n');
  await house.stop();

  await page.getByRole('button', { name: '在我的浏览器里重算' }).click();
  const verdict = page.locator('[data-verdict]');
  await verdict.getByRole('heading', { name: '重算了一遍' }).waitFor();
  await picture(page, '35-recomputed');
  const said = await verdict.innerText();
  const [, total, passed, unchecked] = /全部(\d+)项：通过(\d+)项，未核(\d+)项，不符0项/.exec(said) ?? [];
  expect(said.match(/^通过：.+$/gm)).toHaveLength(Number(passed));
  expect(said).toMatch(/^通过：承诺早于随机数，记在公开日志第\d+条$/m);
  // What a citizen cannot check is named, each with its reason.
  expect(said.match(/^未核：.*审计人员.*$/gm)).toHaveLength(Number(unchecked));
  expect(citizen.complaints).toEqual([]);

  const cli = path.resolve(import.meta.dirname, '../packages/verifier/src/cli.ts');
  const report = execFileSync(process.execPath, [cli, bundle, `--log-key=${key}`], { encoding: 'utf8' });
  expect(report).toContain(`共${total}项：通过${passed}项，未核${unchecked}项，不符0项`);
});
