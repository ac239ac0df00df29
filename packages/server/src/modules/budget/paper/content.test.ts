import { expect, test } from 'vitest';
import type { BudgetSignature, Instant, PersonId } from '@mingchou/domain';
import { budgetPaper } from './content.ts';
import { madeUpBudget, madeUpRules } from './made-up-budget.ts';

const around = { bureau: '演示县应急管理局', demonstration: false };
const approved: BudgetSignature = { personId: 'p' as PersonId, name: '吕审', at: '2024-01-09T01:00:00Z' as Instant };
const paperOf = (change: Parameters<typeof madeUpBudget>[0], by: BudgetSignature | null = approved) =>
  budgetPaper({ edition: 1, content: madeUpBudget(change), kept: [], approved: by }, madeUpRules(), around);
const said = (paper: ReturnType<typeof paperOf>) => paper.blocks.map(({ text }) => text).join('\n');

test('the paper says the formula with its figures, the notice behind the workdays and what a visit costs', () => {
  const paper = paperOf({ source: '演应急发〔2024〕3号' });
  expect(paper).toMatchObject({ number: '演应急发〔2024〕3号', date: '2024年1月9日', draft: false });
  expect(said(paper)).toContain('总法定工作日：251日×10人＝2510日。');
  expect(said(paper)).toContain('《国务院办公厅关于2024年部分节假日安排的通知》');
  expect(said(paper)).toContain('2510−1100−950＝460日。');
  expect(said(paper)).toContain('（一）重点检查30家（化工12，机械18），300日，占65.22%，平均每家10人日，即2人×5天。');
  expect(said(paper)).toContain('（三）留40日用于整改复查和临时任务。');
  expect(paper.annexes[0]?.lines.filter(([, name]) => name === '合计').map(([, , days]) => days)).toEqual([
    '1100',
    '950',
  ]);
});

test('an unapproved paper is a draft without a date, and a wrong figure stands with its sum', () => {
  const paper = paperOf({ supervisionDays: 470 }, null);
  expect(paper).toMatchObject({ draft: true, date: '' });
  expect(said(paper)).toContain('2510−1100−950＝470（复算460）日。');
});
