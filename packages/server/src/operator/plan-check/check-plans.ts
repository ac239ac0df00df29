import { readFileSync } from 'node:fs';
import {
  checkDocument,
  citationJudge,
  defaultLaws,
  type DocumentCheck,
  type DocumentFinding,
  documentRules,
} from '@mingchou/domain';
import { readPlanFile } from './read-plan-file.ts';

const planUsage = `用法：mingchou plan check 文件… [--json] [--keep 理由.json]
  文件          .txt、.md、.docx、.doc、.xlsx、.xls
  --json        按 JSON 输出，供程序读取
  --keep 文件   保留的核对结果及理由，例如 {"C-16:附件2/某任务": "1月已按上年计划开展"}
  --rules       列出全部规则`;

interface Asked {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly keep: string | undefined;
}

/** The command belongs to no bureau, so it judges by the library that comes with the program. */
const context = { outdated: citationJudge(defaultLaws) };

const severities = { must: '必须解决', check: '请核对', wording: '用词' } as const;

/** Prints what the checker finds in each file. Returns the exit code: 1 where something is open or a file cannot be read. */
export async function checkPlans(words: readonly string[]): Promise<0 | 1 | 2> {
  if (words[0] === 'check' && words[1] === '--rules') {
    for (const { id, severity, title } of documentRules) console.log(`${id} ${severities[severity]} ${title}`);
    return 0;
  }
  if (words.includes('--help')) {
    console.log(planUsage);
    return 0;
  }
  const asked = askedOf(words);
  if (asked === undefined) {
    console.error(planUsage);
    return 2;
  }
  const reasons = asked.keep === undefined ? new Map<string, string>() : reasonsIn(asked.keep);
  const reports = await Promise.all(asked.files.map((file) => reportOf(file, reasons)));
  if (asked.json) console.log(JSON.stringify(reports, null, 2));
  else for (const report of reports) console.log(inWords(report));
  return reports.some((report) => 'fault' in report || report.open.length > 0) ? 1 : 0;
}

function askedOf([verb, ...words]: readonly string[]): Asked | undefined {
  const keepAt = words.indexOf('--keep');
  const keep = keepAt < 0 ? undefined : words[keepAt + 1];
  const rest = words.filter((_, index) => keepAt < 0 || (index !== keepAt && index !== keepAt + 1));
  const files = rest.filter((word) => !word.startsWith('--'));
  const known = rest.every((word) => !word.startsWith('--') || word === '--json');
  if (verb !== 'check' || files.length === 0 || !known || (keepAt >= 0 && keep === undefined)) return undefined;
  return { files, json: rest.includes('--json'), keep };
}

function reasonsIn(file: string): ReadonlyMap<string, string> {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new Error(`${file} 不是一组保留理由`);
  return new Map(Object.entries(read).filter((one): one is [string, string] => typeof one[1] === 'string'));
}

type Report = { readonly file: string; readonly title: string | null; readonly tables: number } & DocumentCheck;

async function reportOf(
  file: string,
  reasons: ReadonlyMap<string, string>,
): Promise<Report | { readonly file: string; readonly fault: string }> {
  try {
    const document = await readPlanFile(file);
    return {
      file,
      title: document.title,
      tables: document.tables.length,
      ...checkDocument(document, context, reasons),
    };
  } catch (error) {
    return { file, fault: error instanceof Error ? error.message : String(error) };
  }
}

function inWords(report: Awaited<ReturnType<typeof reportOf>>): string {
  if ('fault' in report) return `${report.file}\n  没有核对：${report.fault}\n`;
  const kept = report.kept.map(({ finding, reason }) => `  ${finding.id} 保留：${reason}`);
  const head = `${report.file}\n  ${report.title ?? '（没有读出标题）'}，${report.tables}张表`;
  const count = report.open.length === 0 ? '  没有发现矛盾' : `  ${report.open.length}处待处理`;
  return [head, count, ...report.open.map(oneInWords), ...kept, ''].join('\n');
}

function oneInWords({ id, severity, verdict, detail, places, mends }: DocumentFinding): string {
  const quotes = places.map(({ place, text }) => `      ${place}：「${text.replaceAll('\n', ' ')}」`);
  const ways = mends.map((mend, index) => `      改法${index + 1}：${mend}`);
  return [
    `\n  ${severities[severity]} ${verdict}${detail === null || detail === '' ? '' : `。${detail}`}`,
    ...quotes,
    ...ways,
    `      编号：${id}`,
  ].join('\n');
}
