import type { CeremonyNews, CeremonySource, PortalCeremony } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { sealedSentence } from '../words/draw.ts';
import { icon } from '../words/marks.ts';
import { momentText } from '../words/time.ts';
import type { Room } from './head.ts';
import { completeAt, stageOf, sum } from './stage.ts';
import { groupsOf, secondText, shortHash, valueOf } from './words.ts';

/** Where the numbers came from, the sentence that is always there, and the way to check it oneself. */
export function footOf(room: Room, news: CeremonyNews): Html {
  const { view } = news;
  const known = view.drawn !== null || view.voided?.resultKnown === true;
  return html`<footer class="${known ? 'bottom' : 'bottom early'}"><div><dl class="from">${input(`承诺，${momentText(view.commitment.at, view.year)}公开`, shortHash(view.commitment.hash), true)}${view.sources.map(
    (source) => input(nameOf(source), source.stands ? shownOf(source) : html`${waitingWord(source)}`, source.stands),
  )}${view.drawn !== null && html`<div class="seed"><dt>合成种子</dt><dd>${shortHash(view.drawn.seed)}</dd></div>`}</dl><p class="say">${sentence(view)}${stageOf(news) === 'drawn' ? html`<span class="keys" data-keys hidden>　空格暂停，← →逐步</span>` : null}</p><p class="say lost" data-lost hidden>画面暂时没有更新，正在重新接上；已公开的不受影响。</p></div>${
    known
      ? html`<div class="qr">${room.qr.recompute}<p>扫码，<br>用自己的手机重算<small>约10秒，不用登录</small></p></div><p class="go"><a class="btn" href="${room.drawHref}#recompute">在我的手机上重算</a></p>`
      : html`<div class="qr">${room.qr.live}<p>扫码，<br>在手机上看同一画面<small>不用登录</small></p></div><p class="go"><a class="btn sec" href="${room.drawHref}">${(view.sealed ?? null) === null ? '看公开的名单和规则' : '看公开的承诺'}</a></p>`
  }</footer>`;
}

function sentence(view: PortalCeremony): string {
  if ((view.sealed ?? null) !== null) return `${sealedSentence}：开封之前，这里和各处都不显示号码和结果。`;
  const complete = completeAt(view);
  const eligible = sum(view.strata.map((one) => one.eligible));
  const when = complete === null ? '' : secondText(complete);
  return `${when}随机数到齐，结果就已确定；画面只是把${String(eligible)}根签按长短排开。`;
}

function nameOf({ kind, name, digits }: CeremonySource): string {
  if (kind === 'dice') return `骰子${String(digits ?? 0)}位`;
  return kind === 'witness' ? `见证人　${name}` : name;
}

function waitingWord({ value, typing }: CeremonySource): string {
  if (typing) return '正在键入';
  return value === null ? '未到' : '待复核';
}

function shownOf(source: CeremonySource): Html {
  if (source.value === null) return html`已到，封存`;
  if (source.kind === 'lottery') return html`${valueOf(source)}`;
  if (source.kind !== 'dice') return shortHash(source.value ?? '');
  const groups = groupsOf(source.value ?? '', 5);
  const half = Math.ceil(groups.length / 2);
  return html`${groups.slice(0, half).join(' ')}<br>${groups.slice(half).join(' ')}`;
}

function input(name: string, value: Html, stands: boolean): Html {
  return html`<div class="${stands ? 'stands' : ''}"><dt>${icon(stands ? 'passed' : 'ring')} ${name}</dt><dd>${value}</dd></div>`;
}
