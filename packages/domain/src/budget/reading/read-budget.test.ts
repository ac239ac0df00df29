import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetRules, soundBudget } from '../../../test/budget-example.ts';
import {
  type BudgetContent,
  checkBudget,
  columnLetter,
  daySideTerms,
  readBudget,
  type SourcePart,
} from '../../index.ts';

const rules = budgetRules();

/** Paragraphs of a text, each with the number of its line. */
function paper(text: string): SourcePart {
  const lines = text.split('\n').map((line, at) => [{ place: `第${at + 1}段`, text: line.trim() }]);
  return { name: '正文', lines };
}

function sheet(name: string, rows: readonly (readonly (string | number)[])[]): SourcePart {
  const lines = rows.map((row, at) =>
    row.map((cell, place) => ({ place: `「${name}」第${at + 1}行${columnLetter(place)}列`, text: String(cell) })),
  );
  return { name, lines };
}

const read = (...parts: SourcePart[]) => readBudget({ fileName: '测算.xlsx', parts }, 2024);
const verdicts = (content: BudgetContent) => checkBudget(content, rules).map(({ verdict }) => verdict);

const text = `演应急发〔2024〕3号
演示县应急管理局2024年监督检查计划
二、人员数量和工作日
1、行政执法人员数量：10人
2、总法定工作日：2510日
3、其他执法工作日：950日
三、重点检查安排
重点检查单位共30户。
1.化工企业12户；
2.机械企业18户；
四、一般检查安排
一般检查单位共50户，采用双随机抽查。
五、执法工作日测算
（一）总法定工作日：251日×10人（行政编制4人；专门执法机构事业编制6人）=2510日
（二）监督检查工作日=总法定工作日（2510日）-其他执法工作日（950日）-非执法工作日（1100日）=460日，其中重点检查工作曰：300日,占比71.43%，一般检查工作日：120日，占比28.57%
（三）非执法工作日：1100
1.机关值班：300
2.学习、培训、考核、会议：250
3.检查指导下级安全监管部门工作：100
4.参加党群活动：200
5.病假、事假：100
6.法定年休假、探亲假、婚（丧）假：150
（四）其他执法工作日：950
1.开展安全生产综合监管：300
2.实施行政许可：40
3.组织生产安全事故调查和处理：100
4.调查核实投诉举报：80
5.参加有关部门联合执法：100
6.办理登记、备案：60
7.检查安全评价等中介机构：20
8.开展宣传教育培训：100
9.办理行政复议、行政应诉：50
10.完成本级人民政府或者上级部门安排的
执法工作任务：100
附表1《重点检查单位检查计划表》`;

describe('a paper in running text (LS-09 to LS-13)', () => {
  test('gives every figure as it says it, products, differences and broken lines included', () => {
    const { content, unread } = read(paper(text));
    expect(unread).toEqual([]);
    expect(content).toMatchObject({
      title: '演示县应急管理局2024年监督检查计划',
      source: '演应急发〔2024〕3号',
      people: soundBudget().people,
      enforcers: 10,
      legalWorkdays: 251,
      totalDays: 2510,
      supervisionDays: 460,
      classes: [
        { units: 30, parts: '化工企业12户，机械企业18户', days: 300, share: 7143 },
        { units: 50, days: 120, share: 2857 },
      ],
    });
    expect(content.groups.map(({ place, heading, total }) => [place, heading, total])).toEqual([
      ['（三）', 'nonEnforcement', 1100],
      ['（四）', 'otherEnforcement', 950],
    ]);
    expect(content.groups[1].items.at(-1)).toEqual({
      name: '完成本级人民政府或者上级部门安排的执法工作任务',
      days: 100,
    });
    expect(verdicts(content)).toEqual([]);
  });

  test('names the paragraph of each value', () => {
    const { figures } = read(paper(text));
    expect(figures).toContainEqual({ name: '机关值班', value: '300', place: '第17段' });
    expect(figures).toContainEqual({ name: '重点检查占比', value: '71.43%', place: '第15段' });
  });

  test('a total that is another one elsewhere in the paper is found with both places, and mended either way', () => {
    const { content } = read(paper(text.replace('3、其他执法工作日：950日', '3、其他执法工作日：960日')));
    const [found, ...more] = checkBudget(content, rules);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      severity: 'must',
      verdict: '其他执法工作日前后不一',
      detail: '这里写950日，第6段写960日。',
    });
    const chief = found?.remedies.find(({ key }) => key === 'use-chief');
    expect(chief?.text).toBe('各处统一为950日');
    expect(verdicts(chief?.content ?? content)).toEqual([]);
  });

  test('where a figure is mended, it is mended in every place that repeated it', () => {
    const wrong = text.replaceAll('：950', '：952').replaceAll('（950日）', '（952日）');
    const { content } = read(paper(wrong));
    expect(verdicts(content)).toEqual(['（四）合计多2日：写952，应为950']);
    const mended = checkBudget(content, rules)[0]?.remedies[0]?.content ?? content;
    expect(verdicts(mended)).toEqual([]);
    expect(mended.repeats?.filter(({ figure }) => figure === 'otherEnforcement').map(({ value }) => value)).toEqual([
      950, 950,
    ]);
  });
});

describe('a workbook', () => {
  const plain = [
    ['2024年度执法工作日测算表'],
    [],
    ['序号', '项目', '工作日', '备注'],
    ['一', '行政执法人员数量', 10, '人'],
    ['', '行政编制', 4, ''],
    ['', '专门执法机构事业编制', 6, ''],
    ['二', '国家法定工作日', 251, '每人'],
    ['三', '总法定工作日', '2,510', ''],
    ['四', '非执法工作日', 550, ''],
    [1, '机关值班', 300, ''],
    [2, '学习、培训、考核、会议', 250, ''],
    ['五', '其他执法工作日', 340, ''],
    [1, '安全生产综合监管', 300, ''],
    [2, '实施行政许可', 40, ''],
    ['六', '监督检查工作日', 1620, ''],
  ];

  test('with a head on the third row gives each value with its sheet, row and column', () => {
    const { content, figures, unread } = read(sheet('测算', plain));
    expect(unread).toEqual([]);
    expect(content).toMatchObject({
      enforcers: 10,
      people: [
        { kind: '行政编制', count: 4 },
        { kind: '专门执法机构事业编制', count: 6 },
      ],
      legalWorkdays: 251,
      totalDays: 2510,
      supervisionDays: 1620,
      groups: [
        { place: '（四）', total: 550, items: [{ name: '机关值班', days: 300 }, { days: 250 }] },
        { place: '（五）', total: 340, items: [{ name: '安全生产综合监管', days: 300 }, { days: 40 }] },
      ],
    });
    expect(figures).toContainEqual({ name: '学习、培训、考核、会议', value: '250', place: '「测算」第11行C列' });
    expect(figures).toContainEqual({ name: '总法定工作日', value: '2510', place: '「测算」第8行C列' });
  });

  test('whose first column repeats the heading, as merged cells do, and whose classes have columns of their own', () => {
    const { content, unread } = read(
      sheet('分项', [
        ['类别', '项目', '天数'],
        ['其他执法工作日', '实施行政许可', 40],
        ['其他执法工作日', '登记、备案', 60],
        ['其他执法工作日', '合计', 101],
        ['非执法工作日', '机关值班', 300],
        ['非执法工作日', '合计', 300],
      ]),
      sheet('分配', [
        ['类别', '家数', '工作日', '占比', '每家用时'],
        ['重点检查', 30, 300, 0.7143, '10人日'],
        ['一般检查', 50, 120, 0.2857, '2.4人日'],
      ]),
    );
    expect(unread).toEqual([]);
    expect(content.groups).toMatchObject([
      { heading: 'otherEnforcement', total: 101, items: [{ days: 40 }, { days: 60 }] },
      { heading: 'nonEnforcement', total: 300, items: [{ name: '机关值班', days: 300 }] },
    ]);
    expect(content.classes).toMatchObject([
      { units: 30, days: 300, share: 7143 },
      { units: 50, days: 120, share: 2857 },
    ]);
  });

  test('names the cell of everything that is no number of days, and loses nothing else', () => {
    const { content, unread } = read(
      sheet('测算', [
        ['非执法工作日', ''],
        ['机关值班', '约300'],
        ['学习、培训', 12.5],
        ['参加党群活动', -3],
        ['病假、事假', '#REF!'],
        ['法定年休假', 150],
        ['总法定工作日', '三千'],
      ]),
    );
    expect(unread).toEqual([
      { place: '「测算」第2行B列', text: '机关值班　约300', why: '不是数字' },
      { place: '「测算」第3行B列', text: '学习、培训　12.5', why: '工作日要写整数' },
      { place: '「测算」第4行B列', text: '参加党群活动　-3', why: '工作日不能是负数' },
      { place: '「测算」第5行B列', text: '病假、事假　#REF!', why: '公式出错' },
      { place: '「测算」第7行B列', text: '总法定工作日　三千', why: '不是数字' },
    ]);
    expect(content.groups[0].items).toEqual([{ name: '法定年休假', days: 150 }]);
  });

  test('reads back whatever a table of two lists says, in whichever order its rows stand', () => {
    const days = fc.nat(9999);
    const sound = soundBudget();
    fc.assert(
      fc.property(fc.array(days, { minLength: 16, maxLength: 16 }), fc.boolean(), (values, turned) => {
        const groups = turned ? [...sound.groups].reverse() : sound.groups;
        let next = 0;
        const lists = groups.map(({ heading, items }) => ({
          heading,
          rows: items.map(({ name }) => [name, values[next++] ?? 0] as const),
        }));
        const { content, unread } = read(
          sheet(
            '表',
            lists.flatMap(({ heading, rows }) => [[daySideTerms[heading]], ...rows]),
          ),
        );
        expect(unread).toEqual([]);
        expect(content.groups.map((group) => group.items.map((item) => [item.name, item.days]))).toEqual(
          lists.map(({ rows }) => rows),
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('a file without anything of a budget gives an empty one and invents no figure', () => {
  const { content, figures } = read(paper('关于召开会议的通知\n请各科室12月3日前报名。'));
  expect(figures).toEqual([]);
  expect(content.groups.map(({ items, total }) => [items, total])).toEqual([
    [[], null],
    [[], null],
  ]);
});
