/** A made-up plan without a fault, in parts that a test alters: text, and tables whose columns and rows may stand in any order. */
export interface MadeUpTable {
  readonly label: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface MadeUpDocument {
  readonly text: string;
  readonly tables: readonly MadeUpTable[];
}

export const cleanPlan: MadeUpDocument = {
  text: `云应急发〔2031〕7号
关于印发《云岭县应急管理局2031年度双随机抽查工作计划》的通知
各科室：
云岭县应急管理局
2031年2月20日
云岭县应急管理局2031年度双随机抽查工作计划
一、抽查对象
全县名录库（60家）：采石场20家，加油站40家。其中执法计划内共16家，本年度抽取16家。
二、抽查方式
（一）采取定向抽查。联合县公安局、县林业局共同实施。
（二）每年安排随机抽查不少于三次，重点企业共18家，每次抽查抽取8家。
（三）每次抽查重点行业重点企业数不低于总数的50%。
（四）本年度抽查过的一般企业，不再重复抽取。
三、频次
列入执法计划的企业每年抽查1次。
四、结果公开
（一）抽查结束后，检查组应当于10个工作日内公开抽查结果。
（二）没有发现问题的，由检查组在10个工作日内公示；发现问题的，自处理决定作出之日起10个工作日内公示。
五、工作保障
（一）检查工作日：250日×4人（其中甲科1人；乙科3人）=1000日，其中重点检查工作日：600日，占比60.0%，一般检查工作日：300日，占比30.0%，复查工作日：100日，占比10.0%。
（二）其他工作日：300
1.值班：100
2.学习：200
六、工作要求
执法人员带领，专家协助检查。依据《云岭县安全生产检查工作办法》和《云岭县应急管理工作条例》。
附件：
1.云岭县抽查事项清单
2.云岭县抽查计划表`,
  tables: [
    {
      label: '附件1',
      title: '云岭县抽查事项清单',
      columns: ['序号', '抽查事项', '抽查对象', '事项类别', '检查方式', '抽查比例及频次', '实施层级', '检查依据'],
      rows: [
        [
          '1',
          '对采石场安全条件的行政检查',
          '采石场',
          '重点检查事项',
          '现场检查',
          '计划内100%，每年抽查1次',
          '县级',
          '《安全生产法》（2021年修正）第六十五条',
        ],
        [
          '2',
          '对加油站油品储存、经营的行政检查',
          '油品储存、经营企业',
          '一般检查事项',
          '查阅资料、现场检查',
          '计划内20%，每年抽查1次',
          '县级',
          '《安全生产法》（2021年修正）第六十五条',
        ],
      ],
    },
    {
      label: '附件2',
      title: '云岭县抽查计划表',
      columns: [
        '序号',
        '抽查任务名称',
        '抽查类型',
        '抽查事项',
        '抽查对象',
        '事项类别',
        '抽查比例及频次',
        '实施层级',
        '配合部门',
        '抽查时间',
      ],
      rows: [
        [
          '1',
          '采石场抽查',
          '定向',
          '对采石场安全条件的行政检查',
          '采石场',
          '重点检查',
          '计划内100%，每年抽查1次',
          '县级',
          '林业部门',
          '2031年3月至5月',
        ],
        [
          '2',
          '加油站抽查',
          '定向',
          '对加油站油品储存、经营的行政检查',
          '油品储存、经营企业',
          '一般检查',
          '计划内20%，每年抽查1次',
          '县级',
          '公安部门',
          '2031年6月至9月',
        ],
      ],
    },
  ],
};

/** A made-up scheme without tables and without a fault. */
export const cleanScheme: MadeUpDocument = {
  text: `鹿应急〔2031〕3号
关于印发《鹿鸣区应急管理局2031年监管工作方案》的通知
2031年4月8日
鹿鸣区应急管理局2031年监管工作方案
一、抽查对象
冶金、建材等工贸企业。
二、检查内容
金属冶炼单位的应急救援情况。
三、抽取
随机抽取名录库30%的企业。
四、一般单位
一般单位共24户，从名录库96户中随机抽取。
详见附表1《鹿鸣区一般单位检查计划表》。`,
  tables: [
    {
      label: '附表1',
      title: '一般单位检查计划表',
      columns: ['序号', '抽查对象', '检查方式', '检查时间'],
      rows: [['1', '甲建材公司', '现场检查', '2031年5月']],
    },
  ],
};

/** With its columns and rows in another order; indexes beyond a table are left out. */
export function reordered(document: MadeUpDocument, order: (length: number) => readonly number[]): MadeUpDocument {
  const tables = document.tables.map((table) => {
    const columns = order(table.columns.length);
    const pick = (cells: readonly string[]) => columns.map((index) => cells[index] ?? '');
    const rows = order(table.rows.length).map((index) => table.rows[index] ?? []);
    return { ...table, columns: pick(table.columns), rows: rows.map(pick) };
  });
  return { ...document, tables };
}

/** Every occurrence of a wording replaced, in text and tables. */
export function altered(document: MadeUpDocument, from: string, to: string): MadeUpDocument {
  const swap = (text: string) => text.replaceAll(from, to);
  return {
    text: swap(document.text),
    tables: document.tables.map((table) => ({
      label: swap(table.label),
      title: swap(table.title),
      columns: table.columns.map(swap),
      rows: table.rows.map((row) => row.map(swap)),
    })),
  };
}

/** One cell replaced: table, row's first cell, column. */
export function withCell(
  document: MadeUpDocument,
  label: string,
  no: string,
  column: string,
  text: string,
): MadeUpDocument {
  const tables = document.tables.map((table) => {
    if (table.label !== label) return table;
    const at = table.columns.indexOf(column);
    const rows = table.rows.map((row) =>
      row[0] === no ? row.map((cell, index) => (index === at ? text : cell)) : row,
    );
    return { ...table, rows };
  });
  return { ...document, tables };
}

/** The plain text that a word processor leaves: each cell on a line that begins with a tab, an empty line before each row. */
export function flattened(document: MadeUpDocument): string {
  const row = (cells: readonly string[]) => cells.map((cell) => `\t${cell}`).join('\n');
  const tables = document.tables.map(
    (table) => `${table.label}\n${table.title}\n\n${[table.columns, ...table.rows].map(row).join('\n\n')}\n\n`,
  );
  return `${document.text}\n\n${tables.join('')}`;
}

/** The same with upright strokes. */
export function piped(document: MadeUpDocument): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`;
  const tables = document.tables.map(
    (table) =>
      `${table.label}\n${table.title}\n${[row(table.columns), row(table.columns.map(() => '---')), ...table.rows.map(row)].join('\n')}\n`,
  );
  return `${document.text}\n${tables.join('')}`;
}
