import { readFileSync } from 'node:fs';
import path from 'node:path';
import { budgetContent, policyProfile } from '@mingchou/contract';
import type { BudgetContent } from '@mingchou/domain';
import { budgetRulesOf, checkBudget, nationalCalendar, reckon, shareWords } from '@mingchou/domain';
import { expect, test } from 'vitest';

const json = (...names: string[]): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, ...names), 'utf8'));
const rules = budgetRulesOf(policyProfile.parse(json('policies', 'ls.json')), 2023, nationalCalendar);
const declared: BudgetContent = budgetContent.parse(json('budgets', 'ls.json'));

test('立山 2023: 249 × 12 agree with the calendar; the six mistakes of the paper are named, and nothing else', () => {
  expect(checkBudget(declared, rules).map(({ severity, verdict, detail }) => [severity, verdict, detail])).toEqual([
    ['must', '（三）合计少2日：写1456，应为1458', '432＋312＋153＋316＋120＋125＝1458'],
    ['must', '监督检查工作日随之为288日', '2988−1458−1242＝288，文件写290。已分配200＋90＝290，多2日。'],
    [
      'must',
      '（三）（四）的标题互换了',
      '机关值班、学习、培训、考核、会议属于「非执法」；安全生产综合监管、生产安全事故调查和处理属于「其他执法」。',
    ],
    ['check', '（四）少列2项', '没有列实施行政许可、监督检查中介服务机构，按0日计。'],
    ['check', '占比各错0.01', '200÷290＝68.97%，90÷290＝31.03%；按最大余额法合计正好100%。'],
    ['check', '没有给整改复查留工作日', '70家用完全部290日。上一年度有复查记录时，可按复查次数估算。'],
  ]);
  const { groups, supervision, parts, classes } = reckon(declared, rules);
  expect(groups.map(({ side, sum }) => [side, sum])).toEqual([
    ['nonEnforcement', 1458],
    ['otherEnforcement', 1242],
  ]);
  expect([supervision, ...parts.map(shareWords)]).toEqual([288, '48.79%', '41.57%', '9.64%']);
  expect(classes.map(({ perVisit, share }) => [perVisit, shareWords(share)])).toEqual([
    [8, '68.97%'],
    [2, '31.03%'],
  ]);
});

test('taking the proposed mends one by one and leaving days for re-inspection clears it', () => {
  let content = declared;
  for (const id of ['sum:0', 'headings', 'missing:1', 'supervision', 'shares']) {
    const remedy = checkBudget(content, rules)
      .find((found) => found.id === id)
      ?.remedies.at(-1);
    if (remedy === undefined) throw new Error(`nothing mends ${id}`);
    content = remedy.content;
  }
  expect(checkBudget(content, rules).map(({ id }) => id)).toEqual(['slack']);
  const [priority, ordinary] = content.classes;
  const spared: BudgetContent = {
    ...content,
    classes: [
      { ...priority, days: 180, share: 6667 },
      { ...ordinary, share: 3333 },
    ],
  };
  expect(checkBudget(spared, rules)).toEqual([]);
});
