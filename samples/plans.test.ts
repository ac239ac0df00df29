import { readFileSync } from 'node:fs';
import path from 'node:path';
import { policyProfile } from '@mingchou/contract';
import type {
  BaseCount,
  ItemFacts,
  ItemId,
  PersonId,
  Plan,
  PlanFacts,
  PlanHead,
  PlanId,
  PlanRowId,
  RowContent,
} from '@mingchou/domain';
import {
  addPlanRow,
  checkPlan,
  compareConstraints,
  createPlan,
  evolvePlan,
  formulaOf,
  instantOf,
  metersOf,
  resolvePolicy,
  totalsOf,
} from '@mingchou/domain';
import { describe, expect, test } from 'vitest';
import { readSampleBureaus, subjectRows } from './make-registries.ts';

interface SamplePlan {
  readonly year: number;
  readonly head: PlanHead;
  /** As the command takes it, with the item by its name. */
  readonly rows: readonly (Omit<RowContent, 'items'> & { readonly item: string })[];
}

function json<T>(...names: string[]): T {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, ...names), 'utf8')) as T;
}

/** The bureau's plan as its document has it, on its registry, its catalogue (all published) and its rules. */
function factsOf(name: string): PlanFacts {
  const policy = policyProfile.parse(json('policies', `${name}.json`));
  const bureau = readSampleBureaus().find((each) => each.policy === name);
  if (bureau === undefined) throw new Error(name);
  const sectors = resolvePolicy(policy, 'sectors').value;
  const subjects = subjectRows(bureau);
  const baseCounts: BaseCount[] = sectors.flatMap((sector) =>
    (['priority', 'ordinary'] as const).map((level) => ({
      sector: sector.code,
      level,
      count: subjects.filter(
        (row) => row['类别'] === sector.label && row['重点/一般'] === (level === 'priority' ? '重点' : '一般'),
      ).length,
    })),
  );
  const listed = json<{ items: { name: string; sectors: string[] }[] }>('catalogues', `${name}.json`).items;
  const items: ItemFacts[] = listed.map((item, index) => ({
    id: `item-${index + 1}` as ItemId,
    title: item.name,
    published: true,
    sectors: item.sectors,
  }));
  const sample = json<SamplePlan>('plans', `${name}.json`);
  return { plan: planOf(sample, { policy, baseCounts, items }), policy, baseCounts, items };
}

function planOf(sample: SamplePlan, around: Omit<PlanFacts, 'plan'>): Plan {
  const by = { personId: 'clerk' as PersonId, name: '经办', at: instantOf(0) };
  const { head, year } = sample;
  const created = createPlan({ id: 'plan' as PlanId, year, head, by }, { ...around, years: [] });
  if (!created.ok) throw new Error(created.refusal.code);
  return sample.rows.reduce(
    (plan, row, index) => {
      const added = addPlanRow(plan, `row-${index + 1}` as PlanRowId, contentOf(row, around.items), around.policy);
      if (!added.ok) throw new Error(`${row.name}: ${added.refusal.code}`);
      return evolvePlan(plan, added.value);
    },
    evolvePlan(null, created.value),
  );
}

function contentOf({ item, ...row }: SamplePlan['rows'][number], items: readonly ItemFacts[]): RowContent {
  return { ...row, items: [{ itemId: items.find((each) => each.title === item)?.id ?? null, title: item }] };
}

describe('长子县 2022, four rows', () => {
  const facts = factsOf('zz');

  test('the rows come to 6, 9, 6 and 4, together 25 of 133 (ZZ-20 to ZZ-23)', () => {
    expect(facts.plan.rows.map((row) => formulaOf(row.ratio, [6, 41, 55, 31][row.no - 1] ?? 0))).toEqual([
      '6×100%＝6家',
      '41×20%＝8.2，进一，9家',
      '55×10%＝5.5，进一，6家',
      '31×10%＝3.1，进一，4家',
    ]);
    expect(totalsOf(facts)).toMatchObject({ count: 25, rowBase: 133, registry: 133 });
  });

  test('the checker finds what a reader finds (a to e)', () => {
    expect(checkPlan(facts).open.map((one) => [one.severity, one.verdict])).toEqual([
      ['must', '频次要求与计划表不能同时成立'],
      ['check', '任务1的时间早于计划印发日'],
      ['check', '任务2的事项比对象范围窄'],
      ['check', '任务3的事项不在抽查事项清单中'],
      ['check', '正文有两种抽查方式，计划表只有一种'],
      ['wording', '正文六（一）的「不定项抽查」应为「不定向抽查」'],
    ]);
    expect(checkPlan(facts).open[0]?.evidence.at(-1)?.text).toBe('4项任务各抽1轮，共25家次；若每家2次需266家次');
    expect(checkPlan(facts).open[0]?.remedies.map((remedy) => remedy.text)).toEqual([
      '「不少于2次」只用于重点行业，且重点行业可列入下一轮：煤矿加抽1轮，全年31家次',
      '每项任务加抽1轮：全年50家次，仍远少于266家次',
      '正文删去「不少于2次」，以计划表为准',
    ]);
  });

  test('the four meters', () => {
    expect(metersOf(facts).map((meter) => [meter.name, meter.value, meter.base, meter.detail])).toEqual([
      ['全年抽取', '25家', '占名录库133家的18.8%', '6煤矿＋9危化＋6工贸＋4洗储煤'],
      ['底数合计', '133家', '与名录库一致', '6＋31＋2＋39＋55＝133'],
      ['重点行业全覆盖', '6/6家', '煤矿', '抽取用来排检查次序'],
      ['每家全年不少于2次', '0/133家', '现稿最多1次', '与正文六、计划表矛盾'],
    ]);
  });

  test('text against table', () => {
    expect(compareConstraints(facts).map((line) => [line.clause.place, line.says, line.table, line.verdict])).toEqual([
      ['三（一）', '名录库133家，分5类', '名录库133家，5类家数相同', 'agrees'],
      ['三（二）', '每次至少2名执法人员', '每户2个席位，低于2名系统不派发', 'agrees'],
      ['五', '重点行业全覆盖', '煤矿6家全部列入', 'agrees'],
      ['五', '全年一般不少于2次', '4项任务各1轮，每家最多1次', 'contradicts'],
      ['六（一）', '抽过的不再列为下一轮', '没有第二轮', 'same-as-above'],
      ['七（一）', '抽查结束后7个工作日内公示', '期限规则：检查结束次日起算7个工作日', 'agrees'],
    ]);
  });
});

test('临淄 draws 10 firms, 3 of them jointly', () => {
  const facts = factsOf('lz');
  expect(totalsOf(facts).count).toBe(10);
  expect(checkPlan(facts).open.filter((one) => one.severity === 'must')).toEqual([]);
  expect(metersOf(facts).find((meter) => meter.key === 'joint')).toMatchObject({ value: '3/10家', verdict: 'reached' });
});

test('LZ-26, LZ-27: precursor chemicals with the police and mines with natural resources, both by the end of November', () => {
  const joint = factsOf('lz').plan.rows.filter(({ partners }) => partners.length > 0);
  expect(joint.map(({ scope, partners, items, window }) => [scope, partners, items[0]?.title, window.to])).toEqual([
    [
      '第三类非药品类易制毒化学品生产经营单位',
      ['淄博市公安局临淄分局'],
      '对非药品类易制毒化学品经营的行政检查',
      '2023-11-30',
    ],
    ['金属、非金属地下矿山', ['临淄区自然资源局'], '对金属、非金属地下矿山安全生产情况的行政检查', '2023-11-30'],
  ]);
});

test('临淄: a scope wider than its item is found in the row’s words, as in the document (LZ 5)', () => {
  const found = checkPlan(factsOf('lz')).open.map(({ rule, verdict, evidence }) => [rule, verdict, evidence.length]);
  expect(found).toEqual([['C-07', '任务4的对象范围比事项宽', 2]]);
});

test('立山 draws from 13 and 12 key units and 45 ordinary ones', () => {
  const facts = factsOf('ls');
  expect(totalsOf(facts)).toMatchObject({ count: 70, rowBase: 70, registry: 70 });
  expect(metersOf(facts).map((meter) => [meter.name, meter.value])).toContainEqual(['重点企业全覆盖', '25/25家']);
});

test.each(['lz', 'ys', 'gx', 'ls'])('no row of %s stands without subjects or without a published item', (name) => {
  const verdicts = checkPlan(factsOf(name)).open.filter((one) => !one.dismissible);
  expect(verdicts.map((one) => one.verdict)).toEqual([]);
});
