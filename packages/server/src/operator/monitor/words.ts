import type { LogFinding } from './judge.ts';
import type { Visit } from './visit.ts';
import type { WitnessWord } from './witnesses.ts';

/** One Chinese sentence on what the log has done. */
export function wordsOf(finding: LogFinding): string {
  switch (finding.code) {
    case 'not-a-checkpoint':
      return '校验点读不了：不是一份签名的日志状态';
    case 'signature-wrong':
      return '校验点的签名不对：不是这把公钥签的，或者签了以后被改';
    case 'key-changed':
      return `签名的是另一把密钥（${finding.origin}）。换密钥应当有公告；没有公告的，按伪造处理`;
    case 'shrunk':
      return `日志变短：上次${finding.before}条，现在只有${finding.now}条`;
    case 'forked':
      return `日志分叉：现在的${finding.now}条不是从上次的${finding.before}条接着写的`;
    case 'entry-changed':
      return `第${finding.index + 1}条与上次看到的不同，记录被改`;
    case 'entries-differ':
      return `公布的记录与签名的校验点（${finding.size}条）对不上，有记录被改、缺失或多出`;
    case 'cosigned-differs':
      return `有见证人副署的校验点（${finding.size}条）与公布的记录对不上：给见证人看的是另一个日志`;
    case 'cosignature-wrong':
      return `校验点（${finding.size}条）上见证人的副署不对：不是这把公钥签的，或者签了以后被改`;
    case 'two-commitments': {
      const [first, second] = finding.indexes;
      return `${finding.bureau}第${finding.drawNo}号抽签有两个不同的承诺：第${first + 1}条和第${second + 1}条`;
    }
  }
}

/** The visit for a person; `file` is where it is remembered. */
export function visitText(url: string, visit: Visit, file: string): string {
  if (visit.findings.length > 0) {
    const lines = visit.findings.map((finding) => `不符  ${wordsOf(finding)}`);
    return `${url} 的公开日志有不符：\n${lines.join('\n')}\n监看记录没有更新。请保存 ${file} 和下面这份校验点，两份都有签名，抵赖不了：\n\n${visit.checkpoint}`;
  }
  if (visit.first) {
    return `${url} 的公开日志共${visit.now}条，签名、记录和校验点相符。第一次监看，从现在起记住它（${file}）。\n公钥（请与该局公告的核对）：${visit.key}\n`;
  }
  const grown = visit.now - visit.before;
  return `${url} 的公开日志共${visit.now}条，比上次多${grown}条，以前的一条没变。\n`;
}

/** How far the auditor's witnesses stand behind what was seen. */
export function witnessText(words: readonly WitnessWord[]): string {
  return words
    .map(({ witness, size }) =>
      size === null ? `见证人${witness}：没有副署\n` : `见证人${witness}：副署到第${size}条\n`,
    )
    .join('');
}
