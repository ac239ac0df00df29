import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { savePlanAs } from '@mingchou/contract';
import type { CalendarDate, ItemId, PlanId, PlanRowId } from '@mingchou/domain';
import { checkPlan, instantOf, sayingOf } from '@mingchou/domain';
import { writeXlsx } from 'hucre';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { madeUpPlan, madeUpRow } from '../../modules/plan/paper/made-up-plan.ts';
import { checkPlans } from './check-plans.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mingchou-plan-check-'));
const at = (name: string) => path.join(folder, name);
const head = ['序号', '抽查任务名称', '抽查类型', '抽查比例', '抽查时间'];
const rows = [
  ['1', '砖瓦厂抽查', '定向', '20%', '2031年1月至5月'],
  ['2', '渔船抽查', '定向', '30%', '2031年6月至9月'],
];
const text = ['望海应急发〔2031〕7号', '望海县应急管理局2031年抽查工作计划', '2031年3月20日'];

const printed: string[] = [];
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  printed.length = 0;
});

beforeAll(async () => {
  const flat = [...text, '', ...[head, ...rows].map((row) => `${row.map((cell) => `\t${cell}`).join('\n')}\n`)].join(
    '\n',
  );
  writeFileSync(at('plan.txt'), flat);
  writeFileSync(at('right.txt'), flat.replace('1月至5月', '4月至5月'));
  const run = (words: string) =>
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const cells = (row: readonly string[]) => `<w:tr>${row.map((cell) => `<w:tc>${run(cell)}</w:tc>`).join('')}</w:tr>`;
  const body = `${text.map(run).join('')}<w:tbl>${[head, ...rows].map(cells).join('')}</w:tbl>`;
  writeFileSync(
    at('plan.docx'),
    zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) }),
  );
  const numbers = rows.map((row) => row.map((cell) => (cell.endsWith('%') ? Number.parseInt(cell, 10) / 100 : cell)));
  const sheet = [...text.map((line) => [line]), head, ...numbers];
  const columns = head.map((title) => (title === '抽查比例' ? { numFmt: '0%' } : {}));
  writeFileSync(at('plan.xlsx'), await writeXlsx({ sheets: [{ name: '计划表', columns, rows: sheet }] }));
  writeFileSync(at('keep.json'), JSON.stringify({ 'C-16:表1/砖瓦厂抽查': '1月已按上年计划开展' }));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['plan.txt', 'plan.docx', 'plan.xlsx'])('%s is read, and its window before the issue found', async (name) => {
  expect(await checkPlans(['check', at(name), '--json'])).toBe(1);
  expect(JSON.parse(printed.join('\n'))).toMatchObject([
    {
      title: '望海县应急管理局2031年抽查工作计划',
      tables: 1,
      open: [{ id: 'C-16:表1/砖瓦厂抽查', severity: 'check', places: [{ place: '表1 第1行 抽查时间' }, {}] }],
      kept: [],
    },
  ]);
});

test('in words a finding shows both places and the ways out, and a file without fault says so', async () => {
  expect(await checkPlans(['check', at('plan.txt'), at('right.txt')])).toBe(1);
  const said = printed.join('\n');
  expect(said).toContain('请核对 「砖瓦厂抽查」的抽查时间早于印发日');
  expect(said).toContain('表1 第1行 抽查时间：「2031年1月至5月」');
  expect(said).toContain('改法1：从3月写起');
  expect(said).toContain('没有发现矛盾');
});

test('a basis is judged by the library that comes with the program, on the day of the document', async () => {
  const basis = '根据《中华人民共和国安全生产法》（2014年修正）制定。';
  writeFileSync(at('law.txt'), ['望海县应急管理局2031年工作方案', basis, '2031年3月20日'].join('\n'));
  expect(await checkPlans(['check', at('law.txt')])).toBe(1);
  const said = printed.join('\n');
  expect(said).toContain('《中华人民共和国安全生产法》引用的不是现行版本');
  expect(said).toContain('改法1：改引《中华人民共和国安全生产法》（2021年第三次修正）');
});

test('kept with a reason a finding is no fault any more', async () => {
  expect(await checkPlans(['check', at('plan.txt'), '--keep', at('keep.json')])).toBe(0);
  expect(printed.join('\n')).toContain('保留：1月已按上年计划开展');
});

test('what cannot be read is said, and counts more than what was found; a wrong command line is answered with how to write it', async () => {
  writeFileSync(at('broken.docx'), 'no archive');
  writeFileSync(at('endless.txt'), `联合${'甲、'.repeat(100_000)}`);
  const files = ['broken.docx', 'nowhere.txt', 'old.doc', 'endless.txt'].map(at);
  expect(await checkPlans(['check', ...files, at('plan.txt')])).toBe(3);
  expect(printed.join('\n').match(/没有核对/g)).toHaveLength(4);
  expect(printed.join('\n')).toContain('正文第1段有一段超过5000字');
  expect(await checkPlans(['check'])).toBe(2);
  expect(await checkPlans(['check', at('plan.txt'), '--fast'])).toBe(2);
});

test('a sheet as CSV is read, and the second table of a workbook’s sheet too', async () => {
  const csv = [...text, head.join(','), ...rows.map((row) => row.join(','))].join('\r\n');
  writeFileSync(at('plan.csv'), `\ufeff${csv}`);
  const two = [...text.map((line) => [line]), head, rows[1] ?? [], [], ['附件2'], ['补充计划表'], head, rows[0] ?? []];
  writeFileSync(at('two.xlsx'), await writeXlsx({ sheets: [{ name: '计划表', rows: two }] }));
  expect(await checkPlans(['check', at('plan.csv'), at('two.xlsx'), '--json'])).toBe(1);
  expect(JSON.parse(printed.join('\n'))).toMatchObject([
    { tables: 1, open: [{ id: 'C-16:表1/砖瓦厂抽查' }] },
    { tables: 2, open: [{ id: 'C-16:附件2/砖瓦厂抽查', rule: 'C-16', title: '抽查时间早于印发日' }] },
  ]);
});

test('what is no plan is refused, so that nobody takes it for checked', async () => {
  writeFileSync(at('letter.txt'), '您好，明天开会。');
  expect(await checkPlans(['check', at('letter.txt')])).toBe(3);
  expect(printed.join('\n')).toContain('没有读出标题、条款或表头，不像计划、方案或制度');
});

describe('a plan that was saved from the desk', () => {
  const id = (no: number) => `00000000-0000-7000-8000-00000000000${no}`;
  const window = { from: '2030-01-01' as CalendarDate, to: '2030-06-30' as CalendarDate };
  const row = madeUpRow(1, {
    id: id(1) as PlanRowId,
    items: [{ itemId: id(3) as ItemId, title: '对门店的检查' }],
    window,
  });
  const made = madeUpPlan([row]);
  const items = [{ id: id(3) as ItemId, title: '对门店的检查', published: true, sectors: ['shop'] }];
  const facts = {
    ...made,
    items,
    baseCounts: made.baseCounts.slice(0, 1),
    plan: { ...made.plan, id: id(2) as PlanId },
  };
  const saved = savePlanAs(facts, { status: '草稿', version: 4, savedAt: instantOf(0) });
  const save = (name: string, content: unknown) => writeFileSync(at(name), JSON.stringify(content, null, 2));

  test('is checked by its facts, as the desk checks it', async () => {
    save('saved.json', saved);
    expect(await checkPlans(['check', at('saved.json'), '--json'])).toBe(1);
    const [report] = JSON.parse(printed.join('\n'));
    expect(report.open.map((one: { id: string }) => one.id)).toEqual(checkPlan(facts).open.map((one) => one.id));
    expect(report).toMatchObject({
      title: '2030年抽查工作计划',
      open: [
        { id: `window-before-issue:${id(1)}`, rule: 'C-16', places: [{ place: '任务1' }], mends: ['改为3月至6月'] },
      ],
    });
  });

  test('keeps what was kept, with its reason, until the thing changes', async () => {
    const [found] = checkPlan(facts).open;
    const [finding, saying] = [found?.id ?? '', found === undefined ? '' : sayingOf(found)];
    const dismissal = { finding, reason: '上年计划', saying, edition: 1, at: instantOf(0) };
    save('kept.json', { ...saved, plan: { ...saved.plan, dismissals: [dismissal] } });
    expect(await checkPlans(['check', at('kept.json')])).toBe(0);
    save('changed.json', { ...saved, plan: { ...saved.plan, dismissals: [{ ...dismissal, saying: '别的' }] } });
    expect(await checkPlans(['check', at('changed.json')])).toBe(1);
  });

  test('names no person', () => {
    expect(JSON.stringify(saved)).not.toContain('何书');
  });

  test('with a fault is refused with its place', async () => {
    writeFileSync(at('torn.json'), '{\n  "format": "mingchou-plan/1",\n  oops\n}');
    save('date.json', { ...saved, plan: { ...saved.plan, issuedOn: '2030-02-30' } });
    save('other.json', { ...saved, format: 'plan/9' });
    expect(await checkPlans(['check', ...['torn.json', 'date.json', 'other.json'].map(at)])).toBe(3);
    const said = printed.join('\n');
    expect(said).toContain('不是 JSON：第3行第3个字处写错');
    expect(said).toContain('plan.issuedOn：');
    expect(said).toContain('format：');
  });

  test('has its form written down', async () => {
    expect(await checkPlans(['check', '--schema'])).toBe(0);
    expect(JSON.parse(printed.join('\n'))).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['plan']),
    });
  });
});
