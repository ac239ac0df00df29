import { readFileSync } from 'node:fs';
import path from 'node:path';
import { budgetContent, budgetRoutes, policyProfile, policyRoutes } from '@mingchou/contract';
import { type BudgetId, checkBudget, daySideTerms, unitClassTerms } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountModule } from '../src/modules/account/index.ts';
import { auditModule } from '../src/modules/audit/index.ts';
import { budgetModule } from '../src/modules/budget/index.ts';
import { readParts } from '../src/modules/exchange/index.ts';
import { workbookOf, zipOf } from '../src/modules/exchange/reading/made-up-files.ts';
import { policyModule, policyOf } from '../src/modules/policy/index.ts';
import type { Client } from '../src/shell/client.ts';
import { rulesAlone } from './harness/policy.ts';
import { type TestBureau, testBureau } from './harness.ts';

const sample = (...names: string[]): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../samples', ...names), 'utf8'));
const declared = budgetContent.parse(sample('budgets', 'ls.json'));

let bureau: TestBureau;
let clerk: Client;
let chief: Client;
let deputy: Client;
beforeAll(async () => {
  bureau = await testBureau({
    now: '2023-01-09T01:00:00Z',
    compose: (house) => [
      accountModule({ mode: house.mode }),
      auditModule(),
      policyModule(rulesAlone),
      budgetModule(
        { policy: policyOf, readFile: readParts },
        {
          bureau: () => Promise.resolve({ name: '演示局' }),
          press: () => Promise.resolve(new Uint8Array()),
          demonstration: true,
        },
      ),
    ],
  });
  clerk = await bureau.as('何书');
  chief = await bureau.as('施核');
  deputy = await bureau.as('吕审');
  const profile = policyProfile.parse(sample('policies', 'ls.json'));
  const clause = { source: '本局规则', place: '法制审核', verified: true };
  const own = { ...profile.own, 'legalReview.scope': { value: ['plan' as const], clause } };
  await (await bureau.as('管理员')).mustSend(policyRoutes.adoptPolicy, { version: 0, profile: { ...profile, own } });
});
afterAll(() => bureau.close());

const printed = (edition?: number) =>
  clerk.mustAsk(budgetRoutes.printBudget, { year: 2023, format: 'pdf', ...(edition === undefined ? {} : { edition }) });
const shown = async () => {
  const { budget, rules, history } = await clerk.mustAsk(budgetRoutes.showBudget, { year: 2023 });
  if (budget === null) throw new Error('no budget');
  const { id: budgetId, version } = budget;
  return { budget, rules, history, at: { budgetId, version } };
};

/** The declared budget as an office would keep it in a workbook. */
const workbook = async (oddCell: string | number = 316) => {
  const { people, groups, classes } = declared;
  const rows = [
    [declared.title],
    [],
    ['序号', '项目', '工作日', '占比'],
    ['一', '行政执法人员数量', declared.enforcers],
    ...people.map(({ kind, count }) => ['', kind, count]),
    ['', '国家法定工作日', declared.legalWorkdays],
    ['', '总法定工作日', declared.totalDays],
    ['二', '监督检查工作日', declared.supervisionDays],
    ...classes.map(({ key, days, share }) => ['', `${unitClassTerms[key]}工作日`, days, (share ?? 0) / 10_000]),
    ...groups.flatMap(({ place, heading, total, items }) => [
      [place, daySideTerms[heading], total],
      ...items.map(({ name, days }, at) => [at + 1, name, days === 316 ? oddCell : days]),
    ]),
    ['三', '重点检查企业', '25户'],
    ['', '一般检查企业', '45户'],
  ];
  return (await workbookOf(rows, '测算')).toString('base64');
};

test('立山: the workbook gives the six mistakes of the paper, each value with its cell', async () => {
  const trial = { year: 2023, fileName: '测算.xlsx', base64: await workbook() };
  const tried = await clerk.mustSend(budgetRoutes.tryBudgetFile, trial);
  expect(tried.unread).toEqual([]);
  expect(tried.figures).toContainEqual({ name: '总法定工作日', value: '2988', place: '「测算」第8行C列' });
  const { rules } = await clerk.mustAsk(budgetRoutes.showBudget, { year: 2023 });
  const named = (content: typeof declared) =>
    checkBudget(content, rules).map(({ verdict, detail }) => [verdict, detail]);
  expect(named(tried.content)).toEqual(named(declared));
  expect(named(tried.content)).toHaveLength(6);
});

test('a file is read into the year’s budget whole, unread cells and source beside it, and again over the draft', async () => {
  const take = async (base64: string, budget: { budgetId: BudgetId; version: number } | null) => {
    const tried = await clerk.mustSend(budgetRoutes.tryBudgetFile, { year: 2022, fileName: '测算.xlsx', base64 });
    return clerk.mustSend(budgetRoutes.takeBudgetFile, { year: 2022, fileHash: tried.fileHash, budget });
  };
  const first = await take(await workbook('约316'), null);
  const { budget } = await clerk.mustAsk(budgetRoutes.showBudget, { year: 2022 });
  expect(budget?.origin).toMatchObject({
    fileName: '测算.xlsx',
    unread: [{ place: '「测算」第16行C列', text: '参加党群活动　约316', why: '不是数字' }],
  });
  expect(budget?.origin?.parts[0]?.lines).toHaveLength(28);
  await take(await workbook(), first);
  const again = await clerk.mustAsk(budgetRoutes.showBudget, { year: 2022 });
  expect(again.budget?.origin?.unread).toEqual([]);
  expect(again.history[0]).toMatchObject({
    by: '何书',
    what: expect.stringMatching(/^从「测算.xlsx」读入，读出\d+个数$/),
  });
});

const para = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('a table of a Word file is read, and a file that is broken or holds no budget is refused with what to do', async () => {
  const send = (fileName: string, bytes: Buffer) =>
    clerk.send(budgetRoutes.tryBudgetFile, { year: 2021, fileName, base64: bytes.toString('base64') });
  expect(await send('测算.xlsx', Buffer.from('PK\u0003\u0004broken'))).toMatchObject({
    refusal: { code: 'file-broken' },
  });
  expect(
    await send(
      '名单.xlsx',
      await workbookOf([
        ['姓名', '电话'],
        ['赵一', '无'],
      ]),
    ),
  ).toMatchObject({
    status: 422,
    refusal: { code: 'budget-file-without-figures', message: expect.stringContaining('「名单.xlsx」') },
  });
  const word = zipOf([
    {
      name: 'word/document.xml',
      bytes: Buffer.from(
        `<w:document><w:body>${[
          para('（三）非执法工作日：4'),
          `<w:tbl><w:tr><w:tc>${para('机关值班')}</w:tc><w:tc>${para('3')}</w:tc></w:tr></w:tbl>`,
        ].join('')}</w:body></w:document>`,
      ),
    },
  ]);
  expect(await send('测算.docx', word)).toMatchObject({
    value: {
      content: { groups: [{ place: '（三）', total: 4, items: [{ name: '机关值班', days: 3 }] }, {}] },
      figures: [{ name: '机关值班', value: '3', place: '第1张表第1行第2列' }, {}],
    },
  });
  const gone = { year: 2021, fileHash: 'a'.repeat(64), budget: null };
  expect(await clerk.send(budgetRoutes.takeBudgetFile, gone)).toMatchObject({ refusal: { code: 'budget-file-gone' } });
});

test('a year begins without a budget, and has one at most', async () => {
  expect(await clerk.mustAsk(budgetRoutes.showBudget, { year: 2023 })).toMatchObject({
    budget: null,
    rules: { calendar: { days: 249, provisional: false }, team: 2, keyShare: { value: { n: 60, d: 100 } } },
  });
  await clerk.mustSend(budgetRoutes.beginBudget, { year: 2023, content: declared });
  expect(await chief.send(budgetRoutes.beginBudget, { year: 2023, content: declared })).toMatchObject({
    status: 409,
    refusal: { code: 'budget-year-taken' },
  });
});

test('what was typed is kept as typed, mistakes and all, and cannot be submitted with them', async () => {
  const { budget, rules, at } = await shown();
  expect(budget.content).toEqual(declared);
  expect(checkBudget(budget.content, rules)).toHaveLength(6);
  expect(await clerk.send(budgetRoutes.submitBudget, at)).toMatchObject({
    status: 422,
    refusal: {
      code: 'budget-has-findings',
      message:
        '没有提交：还有3项要先解决——（三）合计少2日：写1456，应为1458；监督检查工作日随之为288日；（三）（四）的标题互换了。',
    },
  });
});

test('a mistake is mended by choice and never kept; a doubt is kept with a reason until the figures change', async () => {
  const before = await shown();
  const must = { ...before.at, finding: 'headings', reason: '照旧' };
  expect(await clerk.send(budgetRoutes.keepBudgetFinding, must)).toMatchObject({
    status: 422,
    refusal: { code: 'budget-finding-must-be-mended' },
  });
  for (const [finding, remedy] of [
    ['sum:0', 'use-sum'],
    ['headings', 'swap'],
    ['supervision', 'reduce-priority'],
  ] as const) {
    await clerk.mustSend(budgetRoutes.mendBudget, { ...(await shown()).at, finding, remedy });
  }
  const again = { ...(await shown()).at, finding: 'sum:0', remedy: 'use-sum' };
  expect(await clerk.send(budgetRoutes.mendBudget, again)).toMatchObject({ refusal: { code: 'budget-finding-gone' } });

  await clerk.mustSend(budgetRoutes.keepBudgetFinding, {
    ...(await shown()).at,
    finding: 'slack',
    reason: '复查由专项经费另行安排',
  });
  const { budget, history } = await shown();
  expect(budget.content.groups[0]).toMatchObject({ heading: 'nonEnforcement', total: 1458 });
  expect(budget.content).toMatchObject({ supervisionDays: 288, classes: [{ days: 198 }, { days: 90 }] });
  expect(budget.kept).toMatchObject([{ finding: 'slack', reason: '复查由专项经费另行安排', by: '何书' }]);
  expect(history[1]).toMatchObject({ by: '何书', what: '改正「监督检查工作日应为288日」：重点减为198日' });
});

test('of two who write at once the second is told who was first', async () => {
  const { at, budget } = await shown();
  const content = { ...budget.content, onRoster: 16 };
  await chief.mustSend(budgetRoutes.writeBudget, { ...at, content });
  expect(await clerk.send(budgetRoutes.writeBudget, { ...at, content })).toMatchObject({
    status: 409,
    refusal: { code: 'budget-stale', message: expect.stringContaining('施核') },
  });
});

test('submitted, returned, submitted again and approved by somebody else', async () => {
  await clerk.mustSend(budgetRoutes.submitBudget, (await shown()).at);
  expect(await clerk.send(budgetRoutes.writeBudget, { ...(await shown()).at, content: declared })).toMatchObject({
    status: 409,
    refusal: { code: 'budget-in-other-state' },
  });
  expect(await clerk.send(budgetRoutes.approveBudget, (await shown()).at)).toMatchObject({ status: 403 });
  expect(await chief.send(budgetRoutes.withdrawBudget, { ...(await shown()).at, reason: '再改' })).toMatchObject({
    refusal: { code: 'budget-withdrawn-by-other' },
  });
  await deputy.mustSend(budgetRoutes.returnBudget, { ...(await shown()).at, reason: '请补写许可的工作日' });
  expect((await shown()).budget).toMatchObject({ status: 'draft', edition: 2, sentBack: { kind: 'returned' } });
  await clerk.mustSend(budgetRoutes.submitBudget, (await shown()).at);
  await deputy.mustSend(budgetRoutes.approveBudget, (await shown()).at);
  expect((await shown()).budget).toMatchObject({
    status: 'approved',
    submitted: { name: '何书' },
    approved: { name: '吕审' },
  });
});

test('an approved budget is reopened with a reason; the approved one stays readable beside the new draft', async () => {
  expect(await deputy.send(budgetRoutes.reopenBudget, { ...(await shown()).at, reason: '人员调出' })).toMatchObject({
    status: 403,
  });
  await clerk.mustSend(budgetRoutes.reopenBudget, { ...(await shown()).at, reason: '人员调出' });
  const { budget, history } = await shown();
  expect(budget).toMatchObject({
    status: 'draft',
    edition: 3,
    sentBack: { kind: 'reopened', reason: '人员调出' },
    editions: [{ edition: 2, approved: { name: '吕审' }, review: { kind: 'skipped' } }],
  });
  expect(history[0]?.what).toBe('重新打开已批准的测算：人员调出');
  expect((await printed()).name).toMatch(/（草稿）[.]pdf$/);
  expect((await printed(2)).name).not.toContain('草稿');
  expect(await clerk.ask(budgetRoutes.printBudget, { year: 2023, edition: 9, format: 'pdf' })).toMatchObject({
    status: 404,
  });
});

test('a section’s budget goes to legal review first, where the bureau’s rules ask for it', async () => {
  const { budget, rules } = await clerk.mustAsk(budgetRoutes.showBudget, { year: 2022 });
  if (budget === null) throw new Error('no budget');
  expect(rules.legalReview.asked).toBe(true);
  const content = (await shown()).budget.content;
  const written = await chief.mustSend(budgetRoutes.writeBudget, {
    budgetId: budget.id,
    version: budget.version,
    content,
  });
  const submitted = await chief.mustSend(budgetRoutes.submitBudget, written);
  expect(await deputy.send(budgetRoutes.approveBudget, submitted)).toMatchObject({ status: 409 });
  const passed = await clerk.mustSend(budgetRoutes.reviewBudget, { ...submitted, opinion: '同意' });
  await deputy.mustSend(budgetRoutes.approveBudget, passed);
  const after = await clerk.mustAsk(budgetRoutes.showBudget, { year: 2022 });
  expect(after.budget).toMatchObject({ status: 'approved', review: { kind: 'reviewed', opinion: '同意' } });
});
