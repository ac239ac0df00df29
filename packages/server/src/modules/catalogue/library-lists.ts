import {
  type CalendarDate,
  cellReader,
  choicesOf,
  lawKey,
  lawStatuses,
  lawStatusTerms,
  parseCalendarDate,
  plainTitle,
  type RegistryColumn,
  type RowReading,
} from '@mingchou/domain';
import type { LibraryRecords } from './library-store.ts';

type Cells = Readonly<Record<string, string>>;

/** How one of the tables beside the list is written in a workbook. The first two columns name a row. */
export interface LibraryForm<Value> {
  readonly columns: readonly RegistryColumn[];
  readonly keyOf: (cells: Cells) => string;
  /** `titles`: the items of the bureau's list. */
  readonly read: (cells: Cells, before: Value | undefined, titles: readonly string[]) => RowReading<Value>;
}

const column = (
  key: string,
  title: string,
  example: string,
  hint: string,
  rest: Partial<Pick<RegistryColumn, 'aliases' | 'required' | 'read' | 'choices'>> = {},
): RegistryColumn => ({
  ...{ key, title, example, hint, aliases: [], required: false, read: 'text', choices: null },
  ...rest,
});

const source = column('source', '来源', '国家法律法规数据库', '从哪里抄来', { required: true });
const yes = '是';
const no = '否';

const law: LibraryForm<LibraryRecords['law']> = {
  columns: [
    column('title', '名称', '中华人民共和国安全生产法', '不加书名号', {
      required: true,
      aliases: ['法律名称', '文件名称'],
    }),
    column('revision', '版本', '2021年第三次修正', '首次发布的版本不填', { aliases: ['修正', '修订'] }),
    column('number', '文号', '国务院令第344号', '法律可以不填', { aliases: ['发文字号'] }),
    column('from', '施行日期', '2021-09-01', '第一个有效日，不知道的不填', { read: 'date', aliases: ['生效日期'] }),
    column('to', '失效日期', '2022-08-31', '最后一个有效日，现行的不填', { read: 'date', aliases: ['废止日期'] }),
    column('status', '状态', lawStatusTerms['in-force'], '不填即为现行', { choices: Object.values(lawStatusTerms) }),
    column('successor', '现为', '《…》（文号）', '由什么代替'),
    column('verified', '已核对原文', yes, '不填即为否，引用时显示待核', { choices: [yes, no] }),
    source,
  ],
  keyOf: (cells) =>
    lawKey({ title: cells['title'] ?? '', number: cells['number'] ?? '', revision: cells['revision'] ?? '' }),
  read: (cells, old) => {
    const reader = cellReader(cells);
    const [from, to] = [dayOf(reader, 'from', old?.from), dayOf(reader, 'to', old?.to)];
    if (from !== null && to !== null && to < from) {
      reader.report({ code: 'date-unreadable', column: 'to', written: `${to}，早于施行日期` });
    }
    const written = reader.at('verified');
    const value = {
      title: reader.needed('title', old?.title).replaceAll(/[《》]/g, ''),
      ...{ number: reader.at('number'), revision: reader.at('revision'), from, to },
      status: reader.chosen('status', choicesOf(lawStatuses, lawStatusTerms), old?.status ?? 'in-force') ?? 'in-force',
      successor: reader.optional('successor', old?.successor),
      verified: written === '' ? (old?.verified ?? false) : written === yes,
      source: reader.needed('source', old?.source),
    };
    return readingOf(reader, value);
  },
};

const mapping: LibraryForm<LibraryRecords['mapping']> = {
  columns: [
    column('title', '抽查事项', '对危险化学品企业的行政检查', '与本局清单的名称一致', { required: true }),
    column('dutyCode', '权责清单编码', '370305-25-001', '', { required: true, aliases: ['权力编码', '事项编码'] }),
    column('dutyItem', '权责清单事项', '对危险化学品单位的监督检查', '', { required: true }),
    column('provinceCode', '省级清单编码', 'SD-25-07', '省级清单没有的不填', { aliases: ['省清单编码'] }),
    column('provinceItem', '省级清单事项', '对危险化学品单位的行政检查', '', { aliases: ['省清单事项'] }),
    source,
  ],
  keyOf: (cells) => cells['title'] ?? '',
  read: (cells, old, titles) => {
    const reader = cellReader(cells);
    const title = reader.needed('title', undefined);
    if (title !== '' && !titles.includes(title)) {
      reader.report({ code: 'choice-unknown', column: 'title', written: title, choices: titles });
    }
    const value = {
      title,
      dutyCode: reader.needed('dutyCode', old?.dutyCode),
      dutyItem: reader.needed('dutyItem', old?.dutyItem),
      provinceCode: reader.optional('provinceCode', old?.provinceCode),
      provinceItem: reader.optional('provinceItem', old?.provinceItem),
      source: reader.needed('source', old?.source),
    };
    return readingOf(reader, value);
  },
};

const hazard: LibraryForm<LibraryRecords['hazard']> = {
  columns: [
    column('code', '编号', 'GM-3-1', '抽查内容按编号引用', { required: true }),
    column('text', '判定情形', '未对承包单位、承租单位的安全生产工作统一协调、管理', '标准的原文', { required: true }),
    column('industry', '行业', '工贸', '', { required: true }),
    column('standard', '判定标准', '工贸企业重大事故隐患判定标准', '', { required: true, aliases: ['标准名称'] }),
    column('clause', '条款', '第三条第（一）项', '', { required: true }),
    source,
  ],
  keyOf: (cells) => cells['code'] ?? '',
  read: (cells, old) => {
    const reader = cellReader(cells);
    const value = {
      code: reader.needed('code', undefined),
      text: reader.needed('text', old?.text),
      industry: reader.needed('industry', old?.industry),
      standard: plainTitle(reader.needed('standard', old?.standard)),
      clause: reader.needed('clause', old?.clause),
      source: reader.needed('source', old?.source),
    };
    return readingOf(reader, value);
  },
};

export const libraryForms: { readonly [List in keyof LibraryRecords]: LibraryForm<LibraryRecords[List]> } = {
  law,
  mapping,
  hazard,
};

type Reader = ReturnType<typeof cellReader>;

function dayOf(reader: Reader, name: string, before: CalendarDate | null | undefined): CalendarDate | null {
  const written = reader.at(name);
  if (written === '') return before ?? null;
  const read = parseCalendarDate(written);
  if (read === undefined) reader.report({ code: 'date-unreadable', column: name, written });
  return read ?? null;
}

function readingOf<Value>(reader: Reader, value: Value): RowReading<Value> {
  return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, value, notes: [] };
}
