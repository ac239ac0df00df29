import type { PlanGenre } from '../policy/index.ts';

/** What a column of a plan's table holds; the title over it is the layout's own. */
export type PlanColumn =
  | 'no'
  | 'name'
  | 'selection'
  | 'items'
  | 'duty'
  | 'contents'
  | 'objects'
  | 'category'
  | 'methods'
  | 'ratio'
  | 'window'
  | 'until'
  | 'months'
  | 'initiator'
  | 'partners'
  | 'bodies'
  | 'section'
  | 'field'
  | 'department'
  | 'bases'
  | 'credit'
  | 'mode'
  | 'cap'
  | 'count'
  | 'rounds'
  | 'way'
  | 'address'
  | InspectorColumn;

/** Columns of the table that lists people instead of tasks. */
export type InspectorColumn = 'team' | 'person' | 'certificate' | 'employment' | 'qualifications';

export interface LayoutColumn {
  readonly key: PlanColumn;
  readonly title: string;
  /** Part of the table's width, in percent. */
  readonly width: number;
}

/** One table of the plan: its title on the paper, which rows stand in it and its columns in order. */
export interface PlanLayout {
  readonly title: string;
  readonly rows: 'all' | 'internal' | 'joint' | 'priority' | 'ordinary' | 'inspectors';
  readonly columns: readonly LayoutColumn[];
  /** The columns where the enterprises are known by name: one line a unit instead of one a task. */
  readonly byUnit?: readonly LayoutColumn[];
}

function columns(...parts: readonly (readonly [PlanColumn, string, number])[]): readonly LayoutColumn[] {
  return parts.map(([key, title, width]) => ({ key, title, width }));
}

/** LZ-15. */
const itemList: PlanLayout = {
  title: '年度“双随机、一公开”抽查事项清单',
  rows: 'all',
  columns: columns(
    ['no', '序号', 4],
    ['duty', '权责清单事项', 11],
    ['items', '抽查事项', 11],
    ['contents', '抽查内容', 18],
    ['objects', '检查对象', 9],
    ['category', '事项类别', 7],
    ['methods', '检查方式', 7],
    ['ratio', '抽查比例及频次', 9],
    ['department', '检查部门及实施层级', 9],
    ['bases', '检查依据', 15],
  ),
};

/** LZ-16: 部门 stands for 权责清单事项 and 抽查对象 for 检查对象. */
const internalPlan: PlanLayout = {
  title: '部门内部双随机抽查工作计划',
  rows: 'internal',
  columns: columns(
    ['no', '序号', 4],
    ['section', '部门', 8],
    ['items', '抽查事项', 12],
    ['contents', '抽查内容', 19],
    ['objects', '抽查对象', 10],
    ['category', '事项类别', 7],
    ['methods', '检查方式', 7],
    ['ratio', '抽查比例及频次', 9],
    ['department', '检查部门及实施层级', 9],
    ['bases', '检查依据', 15],
  ),
};

/** LZ-17. */
const jointPlan: PlanLayout = {
  title: '部门联合双随机抽查工作计划',
  rows: 'joint',
  columns: columns(
    ['no', '序号', 5],
    ['field', '抽查领域', 15],
    ['items', '抽查事项', 17],
    ['objects', '检查对象', 15],
    ['category', '事项类别', 9],
    ['initiator', '发起部门', 10],
    ['partners', '配合部门', 10],
    ['bodies', '检查主体', 11],
    ['until', '检查时间', 8],
  ),
};

/** ZZ-19. */
const eightColumns: PlanLayout = {
  title: '抽查工作计划表',
  rows: 'all',
  columns: columns(
    ['no', '序号', 5],
    ['name', '抽查任务名称', 20],
    ['selection', '抽查类型', 8],
    ['items', '抽查事项', 22],
    ['objects', '抽查对象范围', 15],
    ['ratio', '抽查比例', 8],
    ['window', '抽查时间', 10],
    ['initiator', '抽查发起部门', 12],
  ),
};

/** 长治 2024 (N-22). */
const tenColumns: PlanLayout = {
  title: '部门联合抽查工作计划表',
  rows: 'all',
  columns: columns(
    ['no', '序号', 4],
    ['name', '抽查任务名称', 14],
    ['items', '抽查事项', 16],
    ['objects', '抽查对象范围', 11],
    ['ratio', '抽查比例及频次', 9],
    ['credit', '智慧监管（信用风险分类）要求', 13],
    ['window', '抽查检查起止时间', 9],
    ['initiator', '发起部门', 8],
    ['partners', '配合部门', 9],
    ['mode', '抽查检查模式', 7],
  ),
};

/** 龙岩 2025 has eleven columns with frequency and cap of an enterprise (N-19); their titles are our proposal, not read. */
const elevenColumns: PlanLayout = {
  title: '年度抽查计划表',
  rows: 'all',
  columns: columns(
    ['no', '序号', 4],
    ['field', '抽查领域', 8],
    ['name', '抽查任务名称', 13],
    ['items', '抽查事项', 14],
    ['objects', '抽查对象范围', 10],
    ['ratio', '抽查比例及频次', 9],
    ['cap', '年度检查上限', 7],
    ['window', '抽查时间', 8],
    ['section', '牵头{section}', 7],
    ['partners', '配合部门', 8],
    ['bases', '检查依据', 12],
  ),
};

/** LS-14 names 附表1 and 2 without their columns; these are the proposed ones. */
function unitTable(title: string, rows: 'priority' | 'ordinary', drawn: boolean): PlanLayout {
  const way = drawn ? ([['way', '抽取方式', 8]] as const) : [];
  return {
    title,
    rows,
    columns: columns(
      ['no', '序号', 4],
      ['objects', '检查单位', drawn ? 12 : 14],
      ['field', '行业', 8],
      ['items', '检查事项', 16],
      ['contents', '检查内容及重点', drawn ? 16 : 18],
      ['methods', '检查方式', 8],
      ['months', '计划月份', 8],
      ['count', '家数', 6],
      ['rounds', '次数', 6],
      ...way,
      ['section', '责任{section}', drawn ? 8 : 12],
    ),
    byUnit: columns(
      ['no', '序号', 4],
      ['objects', '检查单位', drawn ? 15 : 17],
      ['address', '地址', drawn ? 13 : 15],
      ['field', '行业', 7],
      ['items', '检查事项', 13],
      ['contents', '检查内容及重点', drawn ? 13 : 16],
      ['methods', '检查方式', 8],
      ['months', '计划月份', 7],
      ['rounds', '次数', 5],
      ...way,
      ['section', '责任{section}', drawn ? 7 : 8],
    ),
  };
}

/** 附表3 of LS-14, whose columns the document does not show either. */
const inspectorTable: PlanLayout = {
  title: '执法小组名单表',
  rows: 'inspectors',
  columns: columns(
    ['no', '序号', 6],
    ['team', '执法小组（{section}）', 20],
    ['person', '姓名', 12],
    ['certificate', '执法证号', 22],
    ['employment', '编制', 14],
    ['qualifications', '可检查的行业', 26],
  ),
};

/** The tables in which a bureau prints its plan: `plan.genre` of its rules chooses. */
export const planLayouts: Readonly<Record<PlanGenre, readonly PlanLayout[]>> = {
  'item-list-and-two-plans': [itemList, internalPlan, jointPlan],
  'eight-column-table': [eightColumns],
  'ten-column-table': [tenColumns],
  'eleven-column-table': [elevenColumns],
  procedure: [eightColumns],
  'standing-rule': [eightColumns],
  'workday-budget': [
    unitTable('重点检查单位检查计划表', 'priority', false),
    unitTable('一般检查单位检查计划表', 'ordinary', true),
    inspectorTable,
  ],
};
