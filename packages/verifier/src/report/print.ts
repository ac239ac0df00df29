import type { CheckStatus, Report } from './check.ts';

const words: Readonly<Record<CheckStatus, string>> = { passed: '通过', failed: '不符', 'not-checked': '未核' };

/** The report as lines of Chinese text; what failed stands first, then what was not proven. */
export function reportText(report: Report): string {
  const lines = [verdictText(report)];
  if (report.commitment !== undefined) lines.push(`承诺 C：${report.commitment}`, '请与公开时的承诺对照。');
  for (const status of ['failed', 'not-checked', 'passed'] as const) {
    for (const check of report.checks.filter((one) => one.status === status)) {
      lines.push(`${words[status]}  ${check.name.padEnd(18)}  ${check.text}`);
    }
  }
  for (const { text } of report.notes) lines.push(`说明  ${text}`);
  return `${lines.join('\n')}\n`;
}

/** One sentence: whether it was proven wholly, in part, or not. */
export function verdictText({ verdict, checks }: Report): string {
  const count = (status: CheckStatus) => checks.filter((check) => check.status === status).length;
  const figures = `共${checks.length}项：通过${count('passed')}项，未核${count('not-checked')}项，不符${count('failed')}项`;
  switch (verdict) {
    case 'complete':
      return `核验完整，逐项相符。${figures}`;
    case 'partial':
      return `没有发现不符，但有未核的。${figures}`;
    case 'failed':
      return `核验不符。${figures}`;
  }
}
