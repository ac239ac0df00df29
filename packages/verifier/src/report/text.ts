import type { CheckName, Finding, ReasonCode } from './check.ts';

/** What each check shows when it passes. */
export const checkTitles: Readonly<Record<CheckName, string>> = {
  'rules-canonical': '规则写法规范，没有两种读法',
  'commit-canonical': '承诺写法规范，没有两种读法',
  'rules-hash': '规则就是承诺时的那一份',
  'labels-hash': '单位名称就是承诺时的那一份',
  'public-files': '承诺要公开的文件都在',
  sources: '随机数来源够强，每个随机数都与承诺相符',
  seed: '种子由承诺和这些随机数算出',
  'pool-sorted-unique': '名单排列规范，没有重复',
  'pool-root': '名单就是承诺时的那一份',
  'pool-count': '名单户数与承诺相符',
  'exclusions-hash': '排除清单就是承诺时的那一份',
  'exclusions-match': '被排除的都有理由，有理由的都被排除',
  selection: '抽中的和候补的逐一重算相符',
  filesalts: '人员和回避名单的保密值与承诺相符',
  'inspectors-hash': '执法人员名单就是承诺时的那一份',
  'conflicts-hash': '回避关系就是承诺时的那一份',
  assignment: '检查组逐席重算相符',
  amendments: '开签后的回避、递补、作废逐条重算相符',
  log: '承诺在公开日志里，并早于随机数',
};

const reasons: Readonly<Record<Exclude<ReasonCode, 'as-committed'>, (detail: string) => string>> = {
  'no-amendments': () => '没有开签后的变更；有没有漏报要看公开日志',
  'in-the-log': (detail) => `承诺早于随机数，记在公开日志第${detail}条`,
  malformed: (detail) => `写法不合规范${at(detail)}`,
  'missing-file': (detail) => `证据包里没有${detail}`,
  'hash-differs': (detail) => `${detail}与承诺里的指纹对不上`,
  'suite-differs': () => '规则和承诺写的指纹算法不是同一种',
  'public-file-missing': (detail) => `承诺要公开的文件缺少${detail}`,
  'unknown-file': (detail) => `有证据包不应有的文件${detail}`,
  'auditors-file-public': (detail) => `${detail}只供审计，承诺却要公开它`,
  'salts-not-committed': () => '承诺没有给名单加保密值，却附了salts.csv',
  'sealed-not-open': () => '密封抽签，开封前不公开',
  'sources-too-weak': (detail) => `随机数来源不合要求：${detail}`,
  'line-does-not-fit': (detail) => `第${detail}个随机数与承诺的来源不符`,
  'line-count-differs': (detail) => `随机数的个数与承诺不符（${detail}）`,
  'drand-chain-unknown': (detail) => `不认识drand链${detail.slice(0, 8)}，签名没有核验`,
  'drand-chain-differs': (detail) => `第${detail}个随机数写的drand公钥、周期或起点与这条链不符`,
  'drand-signature-wrong': (detail) => `第${detail}个随机数的drand签名不对，不是这一轮的`,
  'seed-differs': () => '由承诺和随机数算出的种子不是这一个',
  'root-differs': () => '名单与承诺里的指纹对不上',
  'salts-withheld': () => '名单的保密值不公开',
  'salts-do-not-match': () => '保密值与名单不是一一对应',
  'count-differs': (detail) => `名单户数与承诺不符（${detail}）`,
  'exclusions-differ': (detail) => `排除标记与排除清单不一致${at(detail)}`,
  'rules-refused': (detail) => `按这样的规则不能抽签：${detail}`,
  'result-differs': (detail) => `重算结果与${detail}不同`,
  'filesalts-withheld': () => '人员和回避名单的保密值不公开',
  'amendment-wrong': (detail) => `开签后的变更有误（${detail}）`,
  'log-wrong': (detail) => `公开日志的证明不成立（${detail}）`,
  'log-key-unknown': () => '日志的收录路径相符，签名还没有可信的公钥可核',
  'not-bound': (detail) => `没有发现不符，但「${titleOf(detail)}」未核，不能算通过`,
  depends: (detail) => `「${titleOf(detail)}」没有通过，无从核起`,
  limit: (detail) => `超出核验的规模上限（${detail}）`,
  internal: (detail) => `核验程序自身出错，没有核验（${detail}）`,
};

/** One Chinese sentence: what the check shows, or why it does not. */
export function textOfFinding(name: CheckName, { code, detail, words }: Finding): string {
  return code === 'as-committed' ? checkTitles[name] : reasons[code](words ?? detail);
}

function at(detail: string): string {
  return detail === '' ? '' : `（${detail}）`;
}

function titleOf(name: string): string {
  for (const [known, title] of Object.entries(checkTitles)) if (known === name) return title;
  return name;
}
