import type { Report, ReportedFinding } from './report.ts';

export const severityTerms = { must: '必须解决', check: '请核对', wording: '用词' } as const;

/** One file's report as a person reads it. */
export function reportInWords(report: Report): string {
  if ('fault' in report) return `${report.file}\n  没有核对：${report.fault}\n`;
  const kept = report.kept.map(({ finding, reason }) => `  ${finding.id} 保留：${reason}`);
  const head = `${report.file}\n  ${report.title ?? '（没有读出标题）'}，${report.tables}张表`;
  const count = report.open.length === 0 ? '  没有发现矛盾' : `  ${report.open.length}处待处理`;
  return [head, count, ...report.open.map(oneInWords), ...kept, ''].join('\n');
}

function oneInWords({ id, rule, severity, verdict, detail, places, mends, source }: ReportedFinding): string {
  const quotes = places.map(({ place, text }) => `      ${place}：${quoted(text.replaceAll('\n', ' '))}`);
  const ways = mends.map((mend, index) => `      改法${index + 1}：${mend}`);
  return [
    `\n  ${severityTerms[severity]} ${verdict}${detail === null || detail === '' ? '' : `。${detail}`}`,
    ...quotes,
    ...ways,
    `      编号：${id.startsWith(rule) ? id : `${rule} ${id}`}（${source}）`,
  ].join('\n');
}

/** A sentence of the checker's own begins with the quote inside it. */
const quoted = (text: string): string => (text.startsWith('「') ? text : `「${text}」`);
