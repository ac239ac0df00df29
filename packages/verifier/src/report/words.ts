import type { SourceFinding } from '../seed/source.ts';
import type { RulesFinding } from '../selection/lint.ts';

/** In Chinese, why sources are too weak. */
export function sourceWords(finding: SourceFinding): string {
  switch (finding.code) {
    case 'entropy-too-low':
      return `合计${bits(finding.milliBits)}比特，少于${bits(finding.needed)}比特`;
    case 'one-party-too-strong':
      return `去掉${finding.by}一方只剩${bits(finding.milliBits)}比特，少于${bits(finding.needed)}比特`;
    case 'nothing-after-commitment':
      return '没有承诺之后才产生的随机数（骰子、彩票或drand）';
    case 'sealed-without-witness':
      return '密封抽签没有见证人的随机数';
    case 'sealed-without-salts':
      return '密封抽签的名单没有加保密值';
    case 'same-witness-commitment':
      return `见证人${finding.id}与另一位的哈希相同`;
    case 'drand-before-opening':
      return `drand第${finding.round}轮不晚于开启时间`;
  }
}

/** In Chinese, why rules and pool cannot be drawn. */
export function rulesWords(finding: RulesFinding): string {
  switch (finding.code) {
    case 'stratum-not-named':
      return `名单里有${finding.entries}户的类别${finding.stratum}不在规则里`;
    case 'duplicate-stratum':
      return `类别${finding.stratum}写了两次`;
    case 'duplicate-bound':
      return `组${finding.group}的比例要求写了两次`;
    case 'min-above-max':
      return `组${finding.group}至少${finding.min}户，却至多${finding.max}户`;
    case 'stratum-without-slots':
      return `类别${finding.stratum}没有写明检查组席位`;
    case 'size-above-eligible':
      return `类别${finding.stratum}要抽${finding.size}户，可抽的只有${finding.eligible}户`;
    case 'bounds-unreachable':
      return finding.bound === 'min'
        ? `组${finding.group}至少要${finding.wanted}户，最多只能抽到${finding.reachable}户`
        : `组${finding.group}至多${finding.wanted}户，最少也会抽到${finding.reachable}户`;
    case 'bounds-contradict':
      return `各组的比例要求不能同时满足，差${finding.missing}户`;
    case 'weight-with-quota':
      return `用了比例要求，${finding.id}的权重却是${finding.weight}`;
    case 'group-without-quota':
      return `没有比例要求，${finding.id}却分在组${finding.group}`;
  }
}

function bits(milliBits: number): string {
  return String(Math.floor(milliBits / 100) / 10);
}
