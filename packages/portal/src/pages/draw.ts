import type { PortalDraw } from '@mingchou/contract';
import { html, type Content, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { hrefOf, type Site } from '../site.ts';
import { drawLabel, isSealed, isWholeDraw, sampleWords, sealedSentence } from '../words/draw.ts';
import { seal } from '../words/marks.ts';
import { dayText, daysApart, momentText } from '../words/time.ts';
import { objectTable } from './draw-objects.ts';
import { timeline } from './draw-timeline.ts';
import type { DrawView } from './draw-view.ts';
import { selfCheckForm, selfCheckHref } from './self-check.ts';
import { verdictBox } from './verdict.ts';

/** 一次抽签: lets a stranger check without trusting us. */
export function drawPage(site: Site, view: DrawView): string {
  const { draw } = view;
  return bureauPage(
    site,
    {
      title: `${drawLabel(draw)}抽签`,
      current: 'draws',
      crumbs: [homeCrumb(site), { text: '抽签', href: hrefOf(site, 'draws') }],
      here: drawLabel(draw),
      script: draw.bundle !== null,
    },
    html`<div class="w"><h1>${drawLabel(draw)}抽签<span>${draw.objects}</span></h1><p class="lead">${leadText(draw)}</p>${liveLine(site, draw)}${voidBox(draw)}${unsealedBox(draw)}${seals(site, view)}${toc(draw)}${verdictBox(site, view)}${resultParts(site, view)}${timeline(draw)}${limits(site, draw)}</div>`,
  );
}

function leadText(draw: PortalDraw): string {
  const { counts, commitment, drawn } = draw;
  if (isSealed(draw)) return sealedLead(draw);
  if (drawn === null) {
    const open = `${String(counts.eligible)}家可抽，${sampleWords(draw, '抽')}。`;
    return commitment === null
      ? `${open}名单已经冻结，承诺公开之后才产生随机数。`
      : `${open}名单和规则已公开承诺，随机数还没有产生，现在谁也不知道结果。`;
  }
  const apart = commitment === null ? 0 : daysApart(commitment.at, drawn.at);
  const gap = apart > 0 ? `${String(apart)}天后才产生随机数` : '当天在承诺之后才产生随机数';
  return `${String(counts.eligible)}家可抽，${sampleWords(draw, '抽中')}。名单和规则先公开承诺，${gap}。`;
}

function sealedLead({ counts, sealing, commitment }: PortalDraw): string {
  const open = `${String(counts.eligible)}家可抽，抽${String(counts.selected)}家，候补${String(counts.reserves)}家。`;
  if (commitment === null) return `${open}${sealedSentence}。`;
  const drawn = sealing?.drawnAt ?? null;
  return drawn === null
    ? `${open}${sealedSentence}。名单和规则的指纹已公开承诺，到时由见证人和当众的随机数决定结果。`
    : `${open}${sealedSentence}。结果已经确定，加盐的指纹已记入公开日志，开封前谁也改不了，也看不出抽中了谁。`;
}

/** What the seal was, once it is open: why, until when, and the salt that opens the logged hash. */
function unsealedBox({ sealing, year }: PortalDraw): Html | null {
  if (sealing === undefined || sealing === null || sealing.unsealedAt === null) return null;
  const early = sealing.early === null ? '检查已全部结束。' : `检查还没有全部结束，提前开封的理由：${sealing.early}。`;
  return html`<div class="unsealed">${seal('封', 'settled')} <b>这次抽签曾经封存</b>　${sealing.reason === null ? null : `理由：${sealing.reason}。`}${momentText(sealing.unsealedAt, year)}由${sealing.unsealedBy ?? ''}开封，${early}${
    sealing.salt === null
      ? null
      : html`<details class="fp"><summary>结果指纹的盐（16字节）</summary><p class="calc">盐 ${sealing.salt}</p><p class="calc">指纹 ${sealing.resultHash ?? ''}</p><p class="hint">指纹＝散列(盐‖selected.csv‖visits.csv‖assignment.csv)，后两个文件只供审计。</p></details>`
  }</div>`;
}

/** The room and whoever is not in it see the same. */
function liveLine(site: Site, { drawNo, commitment, drawn, voided, sealing = null }: PortalDraw): Html | null {
  if (commitment === null) return null;
  const words =
    drawn !== null || voided !== null
      ? '看开签时的画面'
      : sealing !== null
        ? '看现场画面'
        : '看现场画面，随机数到一个显示一个';
  return html`<p class="more"><a href="${hrefOf(site, `draws/${String(drawNo)}/live`)}">${words}</a></p>`;
}

function voidBox({ voided, year, drawn, silent = [] }: PortalDraw): Html | null {
  if (voided === null) return null;
  return html`<div class="void">${seal('废', 'void')} <b>这次抽签已作废</b>　${momentText(voided.at, year)}，${voided.approver}批准。原因：${voided.reason}。${
    drawn === null ? '作废时还没有结果。' : '结果照样公开，任何人都可以重算。'
  }${silent.length === 0 ? null : html`没有给出的随机数：${silent.join('、')}。`}</div>`;
}

function seals(site: Site, { draw, progress }: DrawView): Html {
  const { year } = draw;
  const at = (instant: string | undefined, otherwise: string) =>
    instant === undefined ? otherwise : momentText(instant, year);
  const substitutions = draw.amendments.filter((amendment) => amendment.kind === 'substitution');
  const recusals = draw.amendments.filter((amendment) => amendment.kind === 'recusal');
  const disclosed = progress.filter((one) => one.disclosedOn !== null).length;
  const complete = disclosed > 0 && disclosed === draw.counts.selected;
  const last = (list: typeof substitutions) => at(list.at(-1)?.at, '');
  return html`<ol class="trail">${[
    stage(seal('封', 'settled'), '名单冻结', at(draw.frozen.at, '')),
    stage(seal('诺', draw.commitment === null ? 'open' : 'public'), '承诺公开', at(draw.commitment?.at, '未公开')),
    stage(
      seal('定', draw.drawn === null ? (isSealed(draw) && draw.sealing?.drawnAt ? 'settled' : 'open') : 'public'),
      isSealed(draw) ? '开签，结果封存' : '开签',
      at(
        draw.drawn?.at ?? draw.sealing?.drawnAt ?? undefined,
        draw.commitment === null ? '未开签' : `不早于${momentText(draw.commitment.openAt, year)}`,
      ),
    ),
    substitutions.length > 0 &&
      stage(seal('补', 'public'), `递补${String(substitutions.length)}次`, last(substitutions)),
    recusals.length > 0 && stage(seal('避', 'public'), `回避${String(recusals.length)}次`, last(recusals)),
    draw.drawn !== null &&
      stage(
        seal('公', complete ? 'public' : 'open'),
        `结果公示${String(disclosed)}/${String(draw.counts.selected)}`,
        `截至${dayText(site.today, year)}`,
      ),
  ]}</ol>`;
}

function stage(mark: Html, word: string, when: string): Html {
  return html`<li>${mark}<b>${word}</b><span>${when}</span></li>`;
}

function toc(draw: PortalDraw): Html {
  const whole = isWholeDraw(draw);
  const parts: Content[] = [
    draw.drawn === null
      ? null
      : html`<a href="#list">${whole ? '检查次序' : '抽中与候补'}</a>　<a href="#self">${selfQuestion(draw)}</a>　`,
    html`<a href="#log">经过</a>　<a href="#limits">核验不能说明什么</a>`,
  ];
  return html`<p class="toc">本页　${parts}</p>`;
}

function resultParts(site: Site, view: DrawView): Content {
  if (view.draw.drawn === null) return null;
  return [objectTable(site, view), selfCheck(site, view)];
}

/** The citizen's question; where all are inspected it is not whether but when. */
function selfQuestion(draw: PortalDraw): string {
  return isWholeDraw(draw) ? '我的企业排在第几' : '我的企业被抽中了吗';
}

/** 自查: without a script by asking the server about one code, with it inside the browser, from the bundle it has. */
function selfCheck(site: Site, { draw, asked }: DrawView): Html | null {
  if (draw.bundle === null) return null;
  const key = draw.drawn?.sampleKey ?? '';
  // A salted pool cannot prove one's line from the public bundle: there the server gives the own salt.
  const inBrowser = (draw.sealing ?? null) === null ? html` data-self-check data-key="${key}"` : null;
  return html`<h2 id="self">${selfQuestion(draw)}</h2><section class="self" aria-labelledby="self">${selfCheckForm(selfCheckHref(site, draw), asked?.code ?? '', inBrowser)}<div class="answer" aria-live="polite" data-self-answer>${asked?.answer ?? null}</div><p class="more"><a href="${selfCheckHref(site, draw)}">只查自己一家，附证明，不用下载整个名单</a></p></section>`;
}

function limits(site: Site, { counts }: PortalDraw): Html {
  return html`<h2 id="limits">这些核验不能说明什么</h2><div class="lim"><div><h3>名录库有没有漏</h3>重算只证明抽的是这${counts.pool}家。名录库里本来该有谁，重算看不出来。</div><div><h3>检查得好不好</h3>抽签公平不等于检查到位。检查结果和整改另行公示。</div><div><h3>这个网页可不可信</h3>不放心就别用它：用离线核验页，或请懂行的人按<a href="${hrefOf(site, 'verify#protocol')}">协议</a>自己写一个。</div></div>`;
}
