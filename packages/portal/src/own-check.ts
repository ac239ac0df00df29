import type { FoundEntry, OwnChance, SelfCheck } from '@mingchou/contract';
import type { OwnCheck } from '@mingchou/verifier';
import { html, trusted, type Html } from './html.ts';
import { sealedSentence } from './words/draw.ts';
import { icon } from './words/marks.ts';

/** Where somebody turns who thinks the list is wrong. */
export interface Objection {
  readonly contact: string;
  readonly href: string;
}

/** 自查's answer about one code, without the pool. */
export function ownAnswer(answer: SelfCheck, objection: Objection): Html | null {
  switch (answer.kind) {
    case 'no-code':
      return null;
    case 'sealed':
      return short(
        sealedSentence,
        '这次检查不事先通知。开封之前，不论输入哪个代码都是这一句；开封之后可以在这里自查。',
      );
    case 'not-drawn':
      return short('还没有开签', '开签之后，这里可以查到签号、截止签号和结果。');
    case 'not-in-pool':
      return html`<div class="res"><p class="big">${answer.code}不在名单中</p><p>这次抽签的名单里没有这个代码，所以不可能被抽中。请先核对代码，共18位。</p><p>认为应当在名单里，可以<a href="${objection.href}">要求更正</a>：${objection.contact}。</p></div>`;
    case 'found':
      return found(answer);
  }
}

function short(title: string, text: string): Html {
  return html`<div class="res"><p class="big">${title}</p><p>${text}</p></div>`;
}

function found(answer: FoundEntry): Html {
  return html`<div class="res"><p class="big">${answer.name}：${outcomeText(answer)}</p>${ownRuler(answer)}<dl>${facts(
    answer,
  ).map(([word, value]) => html`<dt>${word}</dt><dd>${value}</dd>`)}</dl></div>${proofPart(answer)}${meaning(answer)}`;
}

function outcomeText({ entry, reserveRank, chance }: FoundEntry): string {
  switch (entry.outcome) {
    case 'selected':
      return chance.kind === 'certain' ? '在检查之列，全部检查' : '抽中了';
    case 'reserve':
      return `没有抽中，是候补第${String(reserveRank ?? 1)}位`;
    case 'not-selected':
      return '没有抽中';
    case 'excluded':
      return '在名单里，但开签前已排除';
  }
}

function facts(answer: FoundEntry): readonly (readonly [string, Html | string])[] {
  const { entry, rank, eligible, size, exclusion } = answer;
  const place = `第${String(entry.proof.index + 1)}行，共${String(entry.proof.size)}行`;
  return [
    ['是否在名单里', exclusion === null ? `在，${place}` : `在，${place}；排除理由：${exclusion}`],
    ['类别', answer.stratum],
    ['您的签号', ticketText(entry.ticket)],
    ...(entry.cutOff === undefined ? [] : ([['截止签号', ticketText(entry.cutOff)]] as const)),
    ...(rank === null
      ? []
      : ([['排位', `签号从小到大第${String(rank)}位，共${String(eligible)}家，抽${String(size)}家`]] as const)),
    ['开签前的机会', chanceText(answer.chance)],
  ];
}

/** 9/39＝23.1%，每家相同: a fraction where there is one, and said so where there is none. */
export function chanceText(chance: OwnChance): string {
  switch (chance.kind) {
    case 'exact': {
      const percent = Math.round((chance.size * 1000) / Math.max(chance.eligible, 1)) / 10;
      return `${String(chance.eligible)}家中抽${String(chance.size)}家，${String(chance.size)}/${String(chance.eligible)}＝${percent.toFixed(1)}%，每家相同`;
    }
    case 'simulated':
      return `约${(chance.permille / 10).toFixed(1)}%。有比例要求或权重，没有现成的分数，按规则模拟${String(chance.rounds)}次得出`;
    case 'certain':
      return `${String(chance.eligible)}家全部检查，抽签只定先后`;
    case 'none':
      return '已排除，没有机会';
  }
}

function ticketText(ticket: string): Html {
  return html`<span class="mono"><b>${ticket.slice(0, 4)}</b> ${(ticket.slice(4, 32).match(/.{4}/g) ?? []).join(' ')} …</span>`;
}

const looks = { selected: 'hit', reserve: 'lot', 'not-selected': 'out' } as const;

/** 一家的签: a ruler from 0000 to ffff with every tick of its stratum that is public, and its own thick. */
function ownRuler({ entry, ticks }: FoundEntry): Html | null {
  if (entry.outcome === 'excluded') return null;
  const place = (ticket: string) => ((Number.parseInt(ticket.slice(0, 8), 16) / 0x1_0000_0000) * 100).toFixed(2);
  const marks = ticks.map(
    ({ at, outcome }) =>
      html`<rect class="${looks[outcome]}" x="${(at / 100).toFixed(2)}%" y="45" width="2" height="17"/>`,
  );
  const cut = entry.cutOff === undefined ? null : place(entry.cutOff);
  return html`<figure class="ruler"><svg width="100%" height="66" role="img" aria-label="签号从小到大排在一条线上${cut === null ? '' : '，虚线是截止签号'}，粗黑线是您的签号">${
    cut === null
      ? null
      : html`<rect class="zone" width="${cut}%" y="32" height="30"/><line class="cut" x1="${cut}%" x2="${cut}%" y1="28" y2="62"/>`
  }${marks}<rect class="me" x="${place(entry.ticket)}%" y="24" width="5" height="38"/><line class="base" x1="0" x2="100%" y1="63" y2="63"/></svg><figcaption><span>小 0000</span><span>红线：抽中；深灰：候补；浅灰：其他${cut === null ? '' : '；虚线：截止签号'}；粗黑线：您的签号</span><span>大 ffff</span></figcaption></figure>`;
}

const suiteNames = { sha256: 'SHA-256', sm3: 'SM3' } as const;

/** The reader's own browser says here what it recomputed; without a script the numbers stand for any other tool. */
function proofPart({ code, suite, sampleKey, commitment, entry }: FoundEntry): Html {
  const { proof } = entry;
  return html`<section class="own" aria-labelledby="own"><h2 id="own">您的浏览器核对</h2><div data-own-report aria-live="polite"><p class="hint" data-own-waiting>${icon('ring')} 还没有核对。这几行只转述公布的结果。</p></div><noscript><p class="hint">您的浏览器没有运行脚本，不能在这里核对。下面的数可以用任何工具自己算。</p></noscript><details class="fp"><summary>用来核对的数</summary><p class="calc">签号 = ${suiteNames[suite]}(${sampleKey}:${code})</p><p class="calc">名单里您这一行：${proof.line}${proof.salt === '' ? null : html`<br>您这一行的盐：${proof.salt}`}</p><p class="calc">证明路径（RFC 6962），第${proof.index}个叶子，共${proof.size}个：${
    proof.path.length === 0 ? '只有一行，叶子就是树根' : proof.path.map((node) => html`<br>${node}`)
  }</p><p class="calc">承诺：${commitment}</p></details></section>`;
}

/** What it proves, and what it does not. */
function meaning({ entry }: FoundEntry): Html {
  const compared = entry.cutOff === undefined ? '' : '；抽中与否只由签号和截止签号的大小决定';
  return html`<div class="lim own-lim"><div><h3>这能说明什么</h3>您这一行在随机数产生之前就写进了承诺，谁也没有改过；签号由承诺和全部随机数算出，不由人挑选${compared}。</div><div><h3>这不能说明什么</h3>截止签号是不是真的截止签号、别家的签号对不对，要用整个证据包重算才知道。名录库有没有漏、检查得好不好，哪一种重算都看不出来。</div></div>`;
}

const marksOf = { passed: 'passed', failed: 'stop', 'not-checked': 'ring' } as const;

/** What the reader's browser found, one line a check. */
export function ownReport(checks: readonly OwnCheck[]): Html {
  const failed = checks.some(({ status }) => status === 'failed');
  const title = failed ? '有一处不符' : '您的浏览器核对过，都相符';
  return html`<p class="big${failed ? ' bad' : ''}">${icon(failed ? 'stop' : 'passed')} ${title}</p><ul class="own-checks">${checks.map(
    ({ status, text }) =>
      html`<li${status === 'failed' ? trusted(' class="no"') : null}>${icon(marksOf[status])} ${text}</li>`,
  )}</ul><p class="hint">核对在您的设备上进行；查询时只向本站发送了您输入的代码。</p>`;
}
