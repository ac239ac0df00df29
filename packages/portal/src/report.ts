import type { Check, Report } from '@mingchou/verifier';
import { html, type Html } from './html.ts';
import { icon } from './words/marks.ts';

/** What a recomputation said, as the box shows it: 通过、未核（why）、不符 are three different words. */
export function reportHtml(report: Report, seconds: string): Html {
  const failed = report.checks.filter((check) => check.status === 'failed');
  const passed = report.checks.filter((check) => check.status === 'passed');
  const open = report.checks.filter((check) => check.status === 'not-checked');
  return html`<div class="hd">${icon(failed.length > 0 ? 'stop' : 'passed')}<div><p class="lb">在您的浏览器里</p><h2>${titleOf(
    failed,
    open,
  )}</h2><p>${sentenceOf(failed, open)}用时${seconds}秒，没有向外发送任何数据。</p></div></div><ul>${[
    ...failed,
    ...passed,
    ...open,
  ].map(
    checkLine,
  )}</ul><p class="hint">全部${report.checks.length}项：通过${passed.length}项，未核${open.length}项，不符${failed.length}项。</p>${report.notes.map(
    (note) => html`<p class="hint">${note.text}</p>`,
  )}`;
}

function titleOf(failed: readonly Check[], open: readonly Check[]): string {
  if (failed.length > 0) return '重算了一遍，有不符';
  return open.length > 0 ? '重算了一遍，核对的都相符' : '重算了一遍，结果一致';
}

function sentenceOf([first]: readonly Check[], open: readonly Check[]): string {
  if (first !== undefined) return `不符的第一项：${first.text}。请下载证据包留存，并向派驻纪检监察组反映。`;
  const rest = open.length === 0 ? '' : `有${String(open.length)}项没有核对，下面写明原因。`;
  return `从公开的名单、规则和随机数出发，重新算了一遍，与公布的逐字相同。${rest}`;
}

function checkLine(check: Check): Html {
  switch (check.status) {
    case 'passed':
      return html`<li>${icon('tick')}<span>通过：${check.text}</span></li>`;
    case 'failed':
      return html`<li class="no">${icon('stop')}<span>不符：${check.text}</span></li>`;
    case 'not-checked':
      return html`<li class="nc">${icon('dash')}<span>未核：${whyNotChecked(check)}</span></li>`;
  }
}

/** What a public bundle leaves to the auditors, in the citizen's words instead of file names. */
const leftToAuditors: { readonly [Name in Check['name']]?: string } = {
  filesalts: '执法人员和回避名单的保密值（只交审计人员）',
  'inspectors-hash': '执法人员名单是承诺时的那一份（名单不公开，由审计人员核）',
  'conflicts-hash': '回避名单是承诺时的那一份（回避关系不公开，由审计人员核）',
  assignment: '执法人员组队（回避关系不公开，由审计人员核）',
  amendments: '递补和回避（组队不公开，由审计人员核）',
  log: '承诺早于随机数，记在公开日志里（证据包里还没有日志的证明）',
};

function whyNotChecked(check: Check): string {
  const withheld: readonly string[] = ['missing-file', 'filesalts-withheld', 'depends', 'not-bound'];
  return (withheld.includes(check.code) ? leftToAuditors[check.name] : undefined) ?? check.text;
}

/** A bundle that is not of the commitment printed on the page is another draw's, however well it computes. */
export function otherCommitmentHtml(shown: string, found: string | undefined): Html {
  return html`<div class="hd">${icon('stop')}<div><p class="lb">在您的浏览器里</p><h2>证据包不是这次抽签的</h2><p>网页上的承诺是${shown.slice(0, 16)}…，证据包里的承诺是${found === undefined ? '读不出来的' : `${found.slice(0, 16)}…`}。请下载证据包留存，并向派驻纪检监察组反映。</p></div></div>`;
}

export function unreadableHtml(why: string): Html {
  return html`<div class="hd">${icon('stop')}<div><p class="lb">在您的浏览器里</p><h2>没有算成</h2><p>${why}</p></div></div>`;
}
