import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument, documentRules } from './check-document.ts';
import type { MadeUpDocument } from './made-up-document.ts';
import { altered, cleanPlan, cleanScheme, flattened, piped, reordered, withCell } from './made-up-document.ts';
import { readPlanText } from './read-text.ts';
import type { DocumentContext } from './rule.ts';

/** A library of one law, whose text of 2014 was superseded in 2021. */
const outdated: DocumentContext['outdated'] = (citation, on) =>
  citation.includes('2014') && on > '2021-08-31'
    ? { kind: 'superseded', instead: '《安全生产法》（2021年修正）', detail: '已有新版，2021-08-31后不再施行' }
    : undefined;
const found = (text: string) => checkDocument(readPlanText(text), { outdated }).open;
const idsOf = (text: string) =>
  found(text)
    .map(({ id }) => id)
    .sort();
const rulesOf = (text: string) => [...new Set(found(text).map(({ rule }) => rule))];

const plan = (from: string, to: string) => altered(cleanPlan, from, to);
const cell = (label: string, no: string, column: string, text: string) => withCell(cleanPlan, label, no, column, text);
const ratio = '抽查比例及频次';

/** Tasks and an arrangement in which every industry of the tasks has its number. */
const arrangedPlan: MadeUpDocument = {
  text: `望海县应急管理局2031年监督检查计划
一、工作任务
加强纺织、建材企业监督检查。
二、重点安排
列入计划5户。
1.纺织企业2户；
2.建材企业3户。`,
  tables: [],
};

/** A workday budget without a fault, item by item; 非执法 first, as no document has it. */
const cleanBudget: MadeUpDocument = {
  text: `望海县应急管理局2023年监督检查计划
一、测算
（一）总法定工作日：249日×8人=1992日
（二）监督检查工作日=总法定工作日（1992日）-非执法工作日（700日）-其他执法工作日（690日）=602日，其中重点检查工作日：400日，一般检查工作日：150日，复查工作日：52日
（三）非执法工作日：700
1.机关值班：200
2.学习和会议：150
3.指导下级部门：50
4.党群活动：150
5.病假、事假：50
6.年休假：100
（四）其他执法工作日：690
1.综合监管：150
2.行政许可：60
3.事故调查：60
4.投诉举报核查：60
5.联合执法：60
6.登记、备案：60
7.检查中介机构：60
8.宣传教育：60
9.行政复议、行政应诉：60
10.上级交办的任务：60`,
  tables: [],
};

const onlyFirst = (label: string): MadeUpDocument => ({
  ...cleanPlan,
  tables: cleanPlan.tables.map((one) => (one.label === label ? { ...one, rows: one.rows.slice(0, 1) } : one)),
});

const demand = (text: string) => plan('六、工作要求\n', `六、工作要求\n${text}\n`);

/** For every class: what is written wrong in a document that is otherwise without fault. */
const faults: readonly (readonly [string, string, MadeUpDocument])[] = [
  ['C-01', 'two ratios in one row', cell('附件1', '1', ratio, '计划内100%\n不低于10%，每年抽查1次')],
  ['C-39', 'a ratio written twice', cell('附件2', '1', ratio, '计划内100%\n计划内100%，每年抽查1次')],
  ['C-03', 'once a year here and at least once there', cell('附件2', '2', ratio, '计划内20%，每年至少1次')],
  ['C-04', 'two ratios in two annexes', cell('附件2', '2', ratio, '计划内25%，每年抽查1次')],
  ['C-05', '重点 here and 一般 there', cell('附件2', '1', '事项类别', '一般检查')],
  ['C-06', 'a narrower object in another annex', cell('附件2', '1', '抽查对象', '露天采石场')],
  ['C-07', 'a scope wider than the item', plan('油品储存、经营的', '油品经营的')],
  ['C-07', 'an item limited in brackets', plan('采石场安全条件的', '采石场（带爆破作业）安全条件的')],
  ['C-08', 'a partner named in the text and absent in the table', plan('县林业局', '县林业局、县水利局')],
  ['C-08', 'a partner in the table and absent in the text', cell('附件2', '1', '配合部门', '林业部门、气象部门')],
  ['C-09', 'a ratio whose base nobody counts', plan('其中执法计划内共16家，', '')],
  ['C-10', 'another tier in another annex', cell('附件2', '1', '实施层级', '市、县级')],
  ['C-11', 'a law in a version that no longer holds', plan('（2021年修正）', '（2014年修正）')],
  ['C-12', 'a total that its parts do not make', plan('（60家）', '（62家）')],
  ['C-12', 'a list that does not make its heading', plan('学习：200', '学习：210')],
  ['C-12', 'a product that is another number', plan('=1000日', '=1010日')],
  ['C-13', 'a share that its numbers do not give', plan('60.0%', '60.1%')],
  ['C-14', 'one amount with two numbers', plan('六、工作要求\n', '六、工作要求\n本年度其他工作日：310日。\n')],
  [
    'C-15',
    'twice a year, not again, and a table that draws a fifth once',
    plan('每年抽查1次。', '抽查频次不少于2次。'),
  ],
  ['C-16', 'a window before the issue', cell('附件2', '1', '抽查时间', '2031年全年')],
  ['C-17', 'two ways of drawing in the text and one in the table', plan('采取定向抽查', '采取定向抽查或不定向抽查')],
  ['C-18', 'working days here and calendar days there', plan('于10个工作日内公开', '于10日内公开')],
  ['C-19', 'two people for one duty', plan('由检查组在', '由法规科在')],
  ['C-20', 'no deadline for results with problems', plan('，自处理决定作出之日起10个工作日内公示', '，处理后公示')],
  ['C-21', 'neither ratio nor number', noNumbers()],
  ['C-22', 'content beyond the scope', beyondScope()],
  ['C-23', 'draws and the share of 重点 use up the key pool', keyPool('共18家', '共10家')],
  ['C-24', 'a list that names everyone', altered(cleanScheme, '从名录库96户中随机抽取', '采用随机抽查')],
  ['C-25', 'an annex that is not there', { ...cleanScheme, tables: [] }],
  ['C-26', 'a number without a date', plan('\n2031年2月20日', '')],
  ['C-27', '督导 as an inspection', plan('六、工作要求\n', '六、工作要求\n开展综合性督导和督导检查工作。\n')],
  ['C-28', 'an inspection by grid workers', plan('六、工作要求\n', '六、工作要求\n由网格员每月检查企业。\n')],
  ['C-29', 'experts alone', plan('执法人员带领，专家协助检查', '聘请专家检查')],
  ['C-30', 'targets tied to counts', plan('六、工作要求\n', '六、工作要求\n每名执法人员全年检查40家。\n')],
  ['C-31', 'one thing under two names', plan('一、抽查对象', '一、监察对象')],
  ['C-32', 'a slip of the pen', plan('采取定向抽查', '采取不定项抽查')],
  ['C-33', 'one document under two titles', plan('六、工作要求\n', '六、工作要求\n按《云岭县应急管理工作条列》办。\n')],
  ['C-34', 'a heading left out', plan('三、频次', '频次')],
  ['C-34', 'two kinds of numbers at one level', plan('（二）其他工作日', '（2）其他工作日')],
  ['C-35', 'a paragraph that ends in a comma', plan('工作条例》。', '工作条例》，')],
  [
    'C-36',
    'a foreign word left by a scanner',
    plan('采石场20家，加油站40家。', '采石场20家，加油站40家。企业 and 个体经营者。'),
  ],
  ['C-38', 'an industry of the tasks that is not arranged', arranged('纺织、建材', '纺织、烟草、建材')],
  [
    'C-40',
    'another channel in another clause',
    altered(
      plan('检查组应当于10个工作日内公开抽查结果', '检查组应当于10个工作日内在局门户网站公开抽查结果'),
      '由检查组在10个工作日内公示',
      '由检查组在10个工作日内通过信用平台公示',
    ),
  ],
  [
    'C-41',
    'a heading over a text about something else',
    demand('（一）抓好结果反馈。各科室要加强协调；事项清单随法规变化及时更新。'),
  ],
  ['C-42', 'a duty that went to another authority', demand('检查职业病防治情况。')],
  ['C-43', 'an authority by its old name', demand('结果报县安监局汇总。')],
  ['C-44', 'one class of units by two names', demand('走访烟花爆竹生产、经营单位。\n烟花爆竹经营储存单位由甲科走访。')],
  [
    'C-13',
    'a share of the year that its numbers do not give',
    altered(cleanBudget, '（三）非执法工作日：700', '（三）非执法工作日：700个工作日，占总法定工作日的45%'),
  ],
  ['C-14', 'a number of a heading turned round in the formula', turnedRound()],
  ['C-46', 'headings over the other list', swapped()],
  [
    'C-47',
    'kinds that nobody listed',
    altered(altered(cleanBudget, '2.行政许可：60\n', ''), '3.事故调查：60', '3.事故调查：120'),
  ],
  ['C-48', 'nothing kept back for a second visit', altered(cleanBudget, '150日，复查工作日：52日', '202日')],
  [
    'C-49',
    'a year of another number of workdays',
    [
      ['249日', '250日'],
      ['1992', '2000'],
      ['602', '610'],
      ['52日', '60日'],
    ].reduce((document, [from = '', to = '']) => altered(document, from, to), cleanBudget),
  ],
  ['C-50', 'an item of the list in no plan', cell('附件2', '2', '抽查事项', '对加油站用电的行政检查')],
  ['C-50', 'an item of a plan that is not in the list', onlyFirst('附件1')],
  ['C-51', 'a ratio above everything', plan('计划内20%', '计划内120%')],
  [
    'C-37',
    'an annex without its number',
    { ...cleanPlan, tables: cleanPlan.tables.map((one, at) => (at === 0 ? { ...one, label: '' } : one)) },
  ],
];

/** The rule of 重点 needs all three sentences; the clean plan leaves 重点 out of the exclusion. */
function keyPool(from: string, to: string): MadeUpDocument {
  return altered(plan('本年度抽查过的一般企业，不再重复抽取', '本年度抽查过的企业不再作为抽查对象'), from, to);
}

function arranged(from: string, to: string): MadeUpDocument {
  return altered(arrangedPlan, from, to);
}

function swapped(): MadeUpDocument {
  return [
    ['非执法', '乙'],
    ['其他执法', '非执法'],
    ['乙', '其他执法'],
  ].reduce((document, [from = '', to = '']) => altered(document, from, to), cleanBudget);
}

/** 690 in the heading and its lines, 609 in a formula that is right in itself; written with points and narrow stops. */
function turnedRound(): MadeUpDocument {
  const [from = ''] = /（二）.*/.exec(cleanBudget.text) ?? [];
  const formula = '总法定工作日-非执法工作日-其他执法工作日=1992-700-609=683 日. 重点检查工作日:400日,复查工作日:283日';
  return altered(cleanBudget, from, `(二) 监督检查工作日=${formula}`);
}

function beyondScope(): MadeUpDocument {
  return { text: altered(cleanScheme, '金属冶炼单位', '矿山、金属冶炼单位').text.split('四、')[0] ?? '', tables: [] };
}

function noNumbers(): MadeUpDocument {
  const text = altered(cleanScheme, '名录库30%的企业', '一定数量的企业').text.split('四、')[0] ?? '';
  return { text, tables: [] };
}

const backwards = (length: number) => Array.from({ length }, (_, index) => length - 1 - index);
const elsewhere = (document: MadeUpDocument) =>
  altered(altered(altered(document, '云岭县', '望海县'), '采石场', '砖瓦厂'), '林业', '教育');

describe('a document without fault', () => {
  test.each([
    ['a plan', cleanPlan],
    ['a scheme', cleanScheme],
    ['a plan by industries', arrangedPlan],
    ['a workday budget', cleanBudget],
    ['a plan of other names', elsewhere(cleanPlan)],
  ])('%s has no finding, in whatever order its columns stand and however its tables are written', (_, document) => {
    expect(found(flattened(document))).toEqual([]);
    expect(found(flattened(reordered(document, backwards)))).toEqual([]);
    expect(found(piped(document))).toEqual([]);
  });

  test('results with problems may have a deadline of their own, from their disposal on', () => {
    const document = plan('自处理决定作出之日起10个工作日内公示', '自处理决定作出之日起7个工作日内公示');
    expect(rulesOf(flattened(document))).toEqual([]);
  });

  test('acts of one product that contain each other, rows of one table and items of one list are no two names', () => {
    const trades = `烟花爆竹生产、储存、经营单位3户，其中烟花爆竹经营单位2户。
1.烟花爆竹生产、储存单位1户。
2.烟花爆竹储存、经营单位1户。`;
    expect(rulesOf(flattened(demand(trades)))).not.toContain('C-44');
  });

  test('a notice may have numbers of its own before the document that it issues', () => {
    const notice = '关于印发计划的通知\n一、认真组织实施。\n二、按时报送情况。\n';
    expect(rulesOf(flattened({ ...arrangedPlan, text: `${notice}${arrangedPlan.text}` }))).toEqual([]);
  });

  test('with as many 重点 enterprises as the draws need, nothing is exhausted', () => {
    expect(rulesOf(flattened(keyPool('共18家', '共12家')))).not.toContain('C-23');
  });
});

describe('each class of inconsistency', () => {
  test.each(faults)('%s finds %s, and nothing else does', (rule, _, document) => {
    expect(rulesOf(flattened(document))).toEqual([rule]);
  });

  test.each(faults)('%s finds %s under other names, with columns and rows the other way round', (rule, _, document) => {
    const other = reordered(elsewhere(document), backwards);
    expect(rulesOf(flattened(other))).toEqual([rule]);
    expect(idsOf(flattened(other))).toEqual(idsOf(flattened(elsewhere(document))));
  });

  test('a ratio in the column of methods is displaced, and is the second ratio of its row', () => {
    const displaced = cell('附件1', '2', '检查方式', '不低于10%，每年抽查1次');
    expect(rulesOf(flattened(displaced))).toEqual(['C-01', 'C-02']);
  });

  test('a total added up wrongly is carried on into what was reckoned from it', () => {
    const text = flattened(altered(cleanBudget, '10.上级交办的任务：60', '10.上级交办的任务：65'));
    expect(rulesOf(text)).toEqual(['C-12', 'C-45']);
    expect(found(text)[1]).toMatchObject({
      verdict: '「其他执法工作日」改为695后，监督检查工作日是597，不是602',
      detail: '已分配400＋150＋52＝602，多5。',
    });
  });

  test('every rule is proven, has a number, a class and a source, and proposes a mend', () => {
    const proven = new Set([...faults.map(([rule]) => rule), 'C-02', 'C-45']);
    expect(documentRules.map(({ id }) => id).filter((id) => !proven.has(id))).toEqual([]);
    const all = faults.flatMap(([, , document]) => found(flattened(document)));
    expect(all.filter(({ mends, places }) => mends.length === 0 || places.length === 0)).toEqual([]);
  });

  test('any order of columns and rows gives the same findings', () => {
    const both = withCell(cell('附件2', '1', '事项类别', '一般检查'), '附件1', '2', ratio, '计划内20%，每年至少1次');
    const expected = idsOf(flattened(both));
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }), (keys) => {
        const order = (length: number) =>
          Array.from({ length }, (_, index) => index).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
        expect(idsOf(flattened(reordered(both, order)))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what a finding says', () => {
  test('the two places with their words, and the ways out', () => {
    const [first] = found(flattened(cell('附件2', '1', '事项类别', '一般检查')));
    expect(first).toMatchObject({
      id: 'C-05:对采石场安全条件的行政检查',
      severity: 'must',
      places: [
        { place: '附件1 第1行 事项类别', text: '重点检查事项' },
        { place: '附件2 第1行 事项类别', text: '一般检查' },
      ],
      mends: ['两处都写重点检查事项', '两处都写一般检查事项'],
    });
  });

  test('kept with a reason it no longer stands; an empty reason keeps nothing', () => {
    const document = readPlanText(flattened(cell('附件2', '1', '抽查时间', '2031年全年')));
    const id = checkDocument(document, { outdated }).open[0]?.id ?? '';
    expect(checkDocument(document, { outdated }, new Map([[id, '1月已按上年计划开展']]))).toMatchObject({
      open: [],
      kept: [{ reason: '1月已按上年计划开展', finding: { id } }],
    });
    expect(checkDocument(document, { outdated }, new Map([[id, ' ']])).open).toHaveLength(1);
  });
});
