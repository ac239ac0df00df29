import { readFileSync } from 'node:fs';
import { planRules, sourceText } from '@mingchou/domain';
import { reportInWords, severityTerms } from './in-words.ts';
import { type Report, reportOf } from './report.ts';

const planUsage = `用法：mingchou plan check 文件… [--json] [--keep 理由.json]
  文件          .txt、.md、.docx、.doc、.xlsx、.xls、.csv，或从计划页导出的计划文件 .json
  --json        按 JSON 输出，供程序读取
  --keep 文件   保留的核对结果及理由，例如 {"C-16:附件2/某任务": "1月已按上年计划开展"}
  --rules       列出全部规则、轻重和来源
  --schema      列出计划文件 .json 的格式（JSON Schema）
退出码：0 没有待处理的；1 有待处理的；2 命令写错；3 有文件读不了`;

interface Asked {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly keep: string | undefined;
}

/** 0 nothing open, 1 something open, 2 wrong usage, 3 a file could not be read. */
export type PlanCheckCode = 0 | 1 | 2 | 3;

/** Prints what the checker finds in each file. */
export async function checkPlans(words: readonly string[]): Promise<PlanCheckCode> {
  const told = await toldOf(words);
  if (told !== undefined) {
    console.log(told);
    return 0;
  }
  const asked = askedOf(words);
  if (asked === undefined) {
    console.error(planUsage);
    return 2;
  }
  const reasons = asked.keep === undefined ? new Map<string, string>() : reasonsIn(asked.keep);
  if (typeof reasons === 'string') {
    console.error(reasons);
    return 2;
  }
  const reports = await Promise.all(asked.files.map((file) => reportOf(file, reasons)));
  console.log(asked.json ? JSON.stringify(reports, null, 2) : reports.map(reportInWords).join('\n'));
  return codeOf(reports);
}

/** What the command tells without reading a file. */
async function toldOf(words: readonly string[]): Promise<string | undefined> {
  if (words.includes('--help')) return planUsage;
  if (words[0] !== 'check' || words.length !== 2) return undefined;
  if (words[1] === '--rules') {
    const line = (rule: (typeof planRules)[number]) =>
      `${rule.id} ${severityTerms[rule.severity]} ${rule.title}（${sourceText(rule)}）`;
    return planRules.map(line).join('\n');
  }
  if (words[1] !== '--schema') return undefined;
  const { schemaOfSavedPlan } = await import('./read-saved-plan.ts');
  return schemaOfSavedPlan();
}

function codeOf(reports: readonly Report[]): PlanCheckCode {
  if (reports.some((report) => 'fault' in report)) return 3;
  return reports.some((report) => 'open' in report && report.open.length > 0) ? 1 : 0;
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

/** The reasons by the findings' ids; a sentence where the file holds none. */
function reasonsIn(file: string): ReadonlyMap<string, string> | string {
  const asks = '须是一个 JSON 对象：编号对理由。';
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) {
      const reasons = Object.entries(read).filter((one): one is [string, string] => typeof one[1] === 'string');
      if (reasons.length === Object.keys(read).length) return new Map(reasons);
    }
    return `没有核对：保留理由的文件 ${file} 写错了，${asks}`;
  } catch {
    return `没有核对：读不了保留理由的文件 ${file}，${asks}`;
  }
}
