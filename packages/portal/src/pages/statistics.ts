import type { PortalDraw } from '@mingchou/contract';
import type { DrawNumbers } from '../attempts/draw-numbers.ts';
import {
  type Counted,
  loadCounts,
  loadSpread,
  type Repeats,
  repeats,
  sectorSpread,
  type TicketSpread,
  ticketSpread,
} from '../attempts/statistics.ts';
import { html, type Content, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { barPlot } from '../plot/bars.ts';
import { curvePlot } from '../plot/curve.ts';
import { hrefOf, type Site } from '../site.ts';
import { threatTable } from './threats.ts';

/** What 签号的统计 is made from. */
export interface StatisticsView {
  readonly draws: readonly PortalDraw[];
  /** Of every draw with a public result whose bundle could be read. */
  readonly numbers: readonly DrawNumbers[];
  readonly address: string;
  readonly offlinePage: boolean;
}

/** 签号的统计: the bureau's own draws in plots, why a small ticket wins, what could go wrong, how to check alone. */
export function statisticsPage(site: Site, view: StatisticsView): string {
  return bureauPage(
    site,
    {
      title: '签号的统计',
      current: 'draws',
      crumbs: [homeCrumb(site), { text: '全部抽签', href: hrefOf(site, 'draws') }],
      here: '签号的统计',
    },
    html`<div class="w"><h1>签号的统计</h1><p class="lead">公平的签，放在一起看应当是匀的。这一页拿本局自己的抽签画出来，数都从公开的证据包算出，谁都能重画。</p><p class="toc">本页　<a href="#why">为什么短签先中</a>　<a href="#tickets">签号匀不匀</a>　<a href="#repeats">是不是总抽同一家</a>　<a href="#sectors">各类抽中多少</a>　<a href="#loads">执法人员的负担</a>　<a href="#threats">还可能有什么手脚</a>　<a href="#alone">不靠我们核验</a></p>${why(site)}${tickets(view)}${repeated(view)}${sectors(view)}${loads(view)}${threatTable()}${alone(site, view)}</div>`,
  );
}

function why(site: Site): Html {
  return html`<h2 id="why">为什么短签先中</h2><p class="text">把「抽取钥匙:统一社会信用代码」交给一个公开的算法（SHA-256或SM3），算出一个64位的数，就是这家的签号。它像一根长短由天的签：代码差一个字，签号就全不一样；谁也没法让自己的短一点、让别人的长一点。</p><p class="text">把签从短到长排好，取前面几根。要抽9家，就是最短的9根；紧接着的几根是候补。排队的次序在种子出来的那一刻就定了，开签只是把它算出来。</p><p class="text">为什么不直接抽一串随机号？因为那样要有人掌管抽的过程。签号只要有种子，<a href="${hrefOf(site, 'verify')}">您在家里</a>也能算出同样的一根。</p>`;
}

const small = '每格应有不到5个，数太少，还看不出什么；画出来只为公开。';

function tickets({ numbers }: StatisticsView): Html {
  const spread = ticketSpread(numbers);
  if (spread === null) return html`<h2 id="tickets">签号匀不匀</h2><p>还没有公开结果的抽签，没有签号可画。</p>`;
  const [first] = spread.bins;
  return html`<h2 id="tickets">签号匀不匀</h2><p class="text">${numbers.length}次抽签，可抽的${spread.entries}个签号全在里面，抽中的、没抽中的都算。按签号开头的一位分格，每格应有${one(first?.expected ?? 0)}个。${(first?.expected ?? 0) < 5 ? small : ''}</p><figure>${barPlot(`签号按开头分成${String(spread.bins.length)}格，各有多少个`, spread.bins)}${legend()}</figure>${countedTable('签号开头', spread.bins)}${verdict(spread)}<h3>换一种看法</h3><p class="text">从短到长走一遍，走到一半长度时，应当正好遇到一半的签。黑线贴着斜线走，就是匀；灰带是正常摆动的范围，数越多带越窄。</p><figure>${curvePlot('签号从短到长的累计比例，与均匀的斜线相比', spread.curve, spread.reach)}</figure>${curveTable(spread)}`;
}

function verdict({ chiSquare, bins }: TicketSpread): Html {
  const outside = bins.filter(({ count, low, high }) => count < low || count > high).length;
  const { value, degrees, bound } = chiSquare;
  return html`<p class="hint">${
    outside === 0
      ? '每格都在灰带里。'
      : `有${String(outside)}格出了灰带。格子多的时候偶尔出一格也正常，一百格里约有一格。`
  }合起来看：χ²＝${one(value)}（自由度${degrees}），纯属偶然时一千次里有一次会超过${bound}，${value > bound ? '现在超过了，值得查一查。' : '现在没有超过。'}</p>`;
}

function curveTable({ curve, reach }: TicketSpread): Html {
  const shown = curve.filter((_, index) => index % 4 === 0);
  return html`<details><summary>看这张图的数</summary><table><thead><tr><th>走到</th><th>应有</th><th>实有</th><th>正常范围</th></tr></thead><tbody>${shown.map(
    ({ at, share }) =>
      html`<tr><td data-l="走到">${percent(at)}</td><td data-l="应有">${percent(at)}</td><td data-l="实有">${percent(share)}</td><td data-l="范围">${percent(Math.max(0, at - reach))}至${percent(Math.min(1, at + reach))}</td></tr>`,
  )}</tbody></table></details>`;
}

function repeated({ numbers }: StatisticsView): Html {
  const found = repeats(numbers);
  const head = html`<h2 id="repeats">是不是总抽同一家</h2>`;
  if (found === null)
    return html`${head}<p class="text">还没有可比的抽签：全部检查的只抽次序，人人都查，说不上运气；有份额或权重的，各家机会不同，也不列在这里。</p>`;
  return html`${head}<p class="text">${found.draws}次抽签，涉及${found.enterprises}家。每家各次的机会合起来，能算出应有多少家被抽中0次、1次、2次。${
    found.draws < 3 ? '只有' + String(found.draws) + '次，几乎不可能重复，次数多了才有意义。' : ''
  }已抽过、本轮不再抽的不在可抽之列，重复因此更少。</p><figure>${barPlot('被抽中0次、1次、2次的企业各有多少家', found.times)}${legend()}</figure>${countedTable('被抽中', found.times, '家')}${often(found)}`;
}

function often({ often: list }: Repeats): Content {
  if (list.length === 0) return html`<p class="hint">没有哪一家被抽中过两次。</p>`;
  return html`<h3>被抽中两次以上的</h3><table><thead><tr><th>企业</th><th>抽中</th><th>参加</th><th>按机会应有</th></tr></thead><tbody>${list
    .slice(0, 30)
    .map(
      ({ name, code, times, chances, expected }) =>
        html`<tr><td class="big" data-l="企业"><div>${name}<span class="s c">${code}</span></div></td><td data-l="抽中">${times}次</td><td data-l="参加">${chances}次</td><td data-l="应有">${expected.toFixed(2)}次</td></tr>`,
    )}</tbody></table>`;
}

function sectors({ draws }: StatisticsView): Html {
  const found = sectorSpread(draws.filter((draw) => draw.drawn !== null));
  const head = html`<h2 id="sectors">各类抽中多少</h2>`;
  if (found.length === 0)
    return html`${head}<p class="text">还没有可比的抽签：每次只有一类，或者按类分别抽、家数事先定好，没有运气的成分。</p>`;
  return html`${head}<p class="text">几类放在一起抽的时候，各类抽中的应当和它占的份额差不多。灰带是正常摆动的范围。</p><figure>${barPlot('各类抽中的家数与应有的家数', found)}${legend()}</figure>${countedTable('类别', found, '家')}`;
}

function loads({ draws }: StatisticsView): Html {
  const drawn = draws.filter((draw) => draw.drawn !== null);
  const each = loadSpread(drawn);
  const head = html`<h2 id="loads">执法人员的负担</h2>`;
  if (each.length === 0) return html`${head}<p class="text">还没有公开结果的抽签。</p>`;
  const counts = loadCounts(drawn);
  return html`${head}<p class="text">每次抽签，名单上的执法人员各派到几户。谁去哪一户不公开，这里只有户数。有资格要求的席位只有少数人能坐，这些人会多一些。</p><figure>${barPlot('派到0户、1户、2户的人次', counts)}</figure><table><thead><tr><th>抽签</th><th>执法人员</th><th>派出人次</th><th>最多</th><th>最少</th></tr></thead><tbody>${each.map(
    ({ drawNo, inspectors, visits, most, least }) =>
      html`<tr><td data-l="抽签">第${drawNo}号</td><td data-l="人员">${inspectors}名</td><td data-l="派出">${visits}人次</td><td data-l="最多">${most}户</td><td data-l="最少">${least}户</td></tr>`,
  )}</tbody></table>`;
}

function legend(): Html {
  return html`<figcaption><span><i class="key bar-key"></i>实有</span><span><i class="key line-key"></i>应有</span><span><i class="key band-key"></i>正常范围，100次里99次落在里面</span></figcaption>`;
}

function countedTable(what: string, rows: readonly Counted[], unit = '个'): Html {
  return html`<details><summary>看这张图的数</summary><table><thead><tr><th>${what}</th><th>实有</th><th>应有</th><th>正常范围</th></tr></thead><tbody>${rows.map(
    ({ word, count, expected, low, high }) =>
      html`<tr><td data-l="${what}">${word}</td><td data-l="实有">${count}${unit}</td><td data-l="应有">${one(expected)}${unit}</td><td data-l="范围">${one(low)}至${one(high)}</td></tr>`,
  )}</tbody></table></details>`;
}

/** 不靠我们核验: the verifiers, each with the command as it is typed. */
function alone(site: Site, { address, offlinePage }: StatisticsView): Html {
  const commands = [
    ['浏览器', html`打开一次抽签，按「在我的浏览器里重算」`, '什么都不用装'],
    [
      '离线核验页',
      offlinePage
        ? html`<a href="/portal/verify.html" download>verify.html</a>，断网打开，选证据包`
        : html`verify.html，断网打开，选证据包`,
      '一个网页文件，可放U盘',
    ],
    ['命令行', html`<code>npx verify-draw draw.zip</code>`, '0通过，1不符，2读不了'],
    ['Python', html`<code>python3 verify.py draw.zip</code>`, '另一人照协议写的，只用标准库'],
    ['PostgreSQL', html`<code>psql -f verify.sql</code>`, '重算指纹、签号和抽取；装入证据包的办法写在文件开头'],
    ['盯日志', html`<code>npx mingchou monitor ${address}</code>`, '放在审计人员自己的电脑上，隔几天跑一次'],
  ] as const;
  return html`<h2 id="alone">不靠我们核验</h2><p class="text">证据包在<a href="${hrefOf(site, 'draws')}">每次抽签</a>的网页上下载。几个程序由不同的人、用不同的语言写成，说法应当一致；不一致就是有问题。</p><table><thead><tr><th>用什么</th><th>怎么用</th><th>说明</th></tr></thead><tbody>${commands.map(
    ([tool, how, note]) =>
      html`<tr><td class="big" data-l="用什么">${tool}</td><td data-l="怎么用">${how}</td><td data-l="说明">${note}</td></tr>`,
  )}</tbody></table><p class="text rule">只核一家，有一台能算SHA-256的电脑就行：</p><p class="calc">printf '抽取钥匙:统一社会信用代码' | sha256sum</p><p class="hint">抽取钥匙写在每次抽签的证据包里，由种子算出；算出的数和网页上的签号一个字不差，就对了。</p>`;
}

function one(value: number): string {
  return value.toFixed(1);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
