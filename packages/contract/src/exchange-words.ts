import type {
  CellProblem,
  ConfirmImportRefusal,
  FileRefusal,
  Instant,
  RowNote,
  RowProblem,
  TableRefusal,
  UndoRefusal,
} from '@mingchou/domain';
import type { RefusalTable } from './refusal.ts';

/** Why a file was not read or not imported. */
export type ExchangeRefusal =
  | FileRefusal
  | TableRefusal
  | ConfirmImportRefusal
  | UndoRefusal
  | { readonly code: 'dry-run-not-found' }
  | { readonly code: 'import-needs-approval' }
  /** Somebody's long import into the same list is not at its end. */
  | { readonly code: 'import-running'; readonly by: string; readonly at: Instant; readonly fileName: string }
  | { readonly code: 'export-not-understood' };

/** 3月21日 09:05, in Asia/Shanghai. */
function moment(instant: Instant): string {
  const local = new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).toISOString();
  return `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日 ${local.slice(11, 16)}`;
}

const list = (names: readonly string[]) => names.map((name) => `「${name}」`).join('、');

export const exchangeRefusals = {
  'file-empty': { status: 422, message: '没有读入：文件是空的。请重新选文件。' },
  'file-too-large': {
    status: 422,
    message: ({ megabytes, most }) => `没有读入：文件有${megabytes}MB，最多${most}MB。请删去图片或分成几个文件。`,
  },
  'file-encrypted': { status: 422, message: '没有读入：工作簿设了密码。请在WPS或Excel里取消密码，另存后再选。' },
  'file-is-another-kind': {
    status: 422,
    message: ({ is }) => `没有读入：这个文件其实是${is}，只是改了名字。请用WPS或Excel打开，另存为.xlsx或.csv后再选。`,
  },
  'file-broken': { status: 422, message: '没有读入：文件损坏，打不开。请用WPS或Excel打开，另存为.xlsx后再选。' },
  'unzips-too-large': {
    status: 422,
    message: ({ megabytes, most }) =>
      `没有读入：解开后至少${megabytes}MB，最多${most}MB。请只留名录一张表，另存后再选。`,
  },
  'zip-too-many-entries': {
    status: 422,
    message: ({ entries, most }) => `没有读入：工作簿里有${entries}个部件，最多${most}个。请删去图片，另存后再选。`,
  },
  'zip-ratio': {
    status: 422,
    message: ({ ratio, most }) =>
      `没有读入：解开后是原来的${ratio}倍，最多${most}倍，不像正常的工作簿。请只留名录一张表，另存后再选。`,
  },
  'csv-broken': { status: 422, message: ({ line }) => `没有读入：第${line}行的引号没有成对。请改好后再选。` },
  'reading-too-slow': {
    status: 422,
    message: ({ seconds }) => `没有读入：读了${seconds}秒还没有读完。请只留名录一张表，另存后再选。`,
  },
  'reading-out-of-memory': { status: 422, message: '没有读入：内容太多，读不下。请分成几个文件。' },
  'too-many-rows': {
    status: 422,
    message: ({ rows, most }) => `没有读入：有${rows}行，最多${most}行。请分成几个文件。`,
  },
  'workbook-empty': { status: 422, message: '没有读入：工作簿里没有内容。请重新选文件。' },
  'sheet-not-found': {
    status: 422,
    message: ({ wanted, sheets }) =>
      `没有读入：没有找到「${wanted}」名录的表头。工作簿里有${list(sheets)}。请下载模板，把内容贴进去。`,
  },
  'sheet-is-another': {
    status: 422,
    message: ({ wanted, sheet, holds }) =>
      `没有读入：工作表「${sheet}」是${holds}名录，这里要的是${wanted}名录。请到「${holds}」页导入。`,
  },
  'columns-missing': {
    status: 422,
    message: ({ sheet, headRow, missing }) => {
      const told = missing.map(({ title, perhaps }) =>
        perhaps === null ? `「${title}」` : `「${title}」（表里的「${perhaps}」是不是它）`,
      );
      return `没有读入：工作表「${sheet}」第${headRow}行的表头缺${told.join('、')}。请补上或改名后再选。`;
    },
  },
  'column-twice': {
    status: 422,
    message: ({ sheet, title }) => `没有读入：工作表「${sheet}」有两列都叫「${title}」。请删去一列后再选。`,
  },
  'table-empty': {
    status: 422,
    message: ({ sheet, headRow }) => `没有读入：工作表「${sheet}」第${headRow}行是表头，下面没有内容。请填好后再选。`,
  },
  'second-table': {
    status: 422,
    message: ({ sheet, headRow, row }) =>
      `没有读入：工作表「${sheet}」第${headRow}行是表头，第${row}行又是一个表头，一张表里有两个名录。请分成两张工作表，或删去重复的表头后再选。`,
  },
  'not-imported': { status: 409, message: '没有撤销：这次试读没有导入过。' },
  'import-undone': { status: 409, message: '没有撤销：这次导入已经撤销。请刷新。' },
  'import-not-last': { status: 409, message: '没有撤销：这以后又导入过。只能撤销上次导入。' },
  'import-without-history': { status: 409, message: '没有撤销：代码表的导入不能撤销。请改好文件后重新导入。' },
  'rows-touched': {
    status: 409,
    message: ({ count, names }) =>
      `没有撤销：导入以后有${count}条已经改动或被引用（${names.join('、')}${count > names.length ? '等' : ''}）。请逐条更正。`,
  },
  'dry-run-not-found': { status: 404, message: '没有这次试读。请重新选文件。' },
  'export-not-understood': { status: 422, message: '没有导出：页面上的列或筛选已经不是现在的。请刷新页面再导出。' },
  'import-needs-approval': {
    status: 403,
    message:
      '没有导入：本局规则要求名录变动经他人批准。试读结果已留存，请{legalSection}的另一人打开这次试读，核对后导入。',
  },
  'import-running': {
    status: 409,
    message: ({ by, at, fileName }) =>
      `没有开始：${by}在${moment(at)}开始把「${fileName}」导入这个名录，还没有完成。请等它完成后再办。`,
  },
  'already-imported': { status: 409, message: '没有再导入：这次试读已经导入过。' },
  'dry-run-stale': { status: 409, message: '没有导入：试读以后名录有变动。请重新试读，核对后再导入。' },
  'rows-wrong': {
    status: 409,
    message: ({ wrong }) => `没有导入：有${wrong}行有错。请改好后重新试读，或选择跳过有错的行。`,
  },
  'nothing-to-import': { status: 409, message: '没有导入：没有新增也没有更新，名录已经是这样。' },
} satisfies RefusalTable<ExchangeRefusal>;

const remedy = '请改成文本后重新导入';

/** What is wrong with a cell, without its place; the place is put before it: 第17行「统一社会信用代码」：…… */
export function problemText(problem: CellProblem | RowProblem): string {
  switch (problem.code) {
    case 'number-lost-digits':
      return `${problem.written}是数字格式，已丢失末位。${remedy}`;
    case 'date-unreadable':
      return `「${problem.written}」不是日期。请写成2022-04-06这样`;
    case 'cell-error':
      return `公式出错（${problem.written}）。请改成文字`;
    case 'cell-too-long':
      return `有${problem.length}字，太长`;
    case 'cell-missing':
      return '没有填';
    case 'choice-unknown':
      return problem.choices.length === 0
        ? `「${problem.written}」还没有设定。请先在本局规则或机构里设定`
        : `「${problem.written}」不在可选范围：${problem.choices.join('、')}`;
    case 'code-length':
      return `应为18位，现有${problem.length}位`;
    case 'code-character':
      return `第${problem.at}位是「${problem.character}」，统一社会信用代码不用这个字符`;
    case 'code-check-character':
      return `末位不符，应为${problem.expected}。若营业执照确如此，在「按执照保留理由」列写明`;
    case 'code-form':
      return '和「代码类型」不符';
    case 'name-not-drawable':
      return '不能有英文逗号、英文引号或换行。请改用中文标点';
    case 'region-form':
      return `「${problem.written}」不是6位行政区划代码`;
    case 'location-form':
      return `「${problem.written}」不是经纬度，或不在国内。请东经在前，写成112.884400,36.119800这样`;
    case 'industry-form':
      return `「${problem.written}」不是国民经济行业代码，应是一个字母加二至四位数字`;
    case 'phone-form':
      return `「${problem.written}」不是电话号码`;
    case 'identity-form':
      return '身份证号应为18位';
    case 'certificate-form':
      return `「${problem.written}」不是执法证号：只能用数字、大写字母、点、横线，不超过22位`;
    case 'number-unreadable':
      return `「${problem.written}」不是整数`;
    case 'status-incomplete':
      return '状态不是在业时，要写明日期和原因';
    case 'subject-unknown':
      return `名录里没有代码「${problem.written}」，请先登记或改正`;
    case 'status-date-in-future':
      return `日期不能晚于今天（${problem.today}）`;
    case 'status-not-allowed':
      return '不能从现在的状态改成这个状态，或日期早于上次变动';
    case 'duplicate-in-file':
      return `和第${problem.firstRow}行重复`;
  }
}

/** What an officer should look at although the row can be imported. */
export function noteText(note: RowNote): string {
  switch (note.code) {
    case 'code-kept':
      return `代码末位不符，按执照保留：${note.reason}`;
    case 'same-name-other-code':
      return `名录里已有同名企业，代码是${note.otherCode}`;
    case 'similar-object':
      return `${note.by === 'name' ? '名称' : '地址'}和「${note.otherName}」（${note.otherCode}）相近，可能是同一家。请核对，不会自动合并`;
    case 'certificate-expired':
      return `执法证已于${note.expiresOn}到期，可以导入，不能参加抽签`;
  }
}
