import type { PortalExternal } from '@mingchou/contract';
import { externalMark } from '@mingchou/contract';
import { html, trusted, type Html } from '../html.ts';
import { hashText, icon, seal } from '../words/marks.ts';
import { momentText } from '../words/time.ts';

/** 2022年外部第1号 */
export function externalLabel({ year, registerNo }: { readonly year: number; readonly registerNo: number }): string {
  return `${String(year)}年外部第${String(registerNo)}号`;
}

/** Draws made on other platforms: told as they were registered, and marked, for nobody can recompute them (YS-07, LZ-09). */
export function externalPart(externals: readonly PortalExternal[]): Html | null {
  if (externals.length === 0) return null;
  const latest = [...externals].sort((a, b) => b.registerNo - a.registerNo);
  return html`<h2 id="external">${externalMark}</h2><p class="lead">这些抽取在别的平台上做，本局照结果登记：没有事先公开的承诺，也没有随机数，本页不能替它们作证。登记号自成一列，撤回的也保留。</p>${latest.map(externalBox)}`;
}

function externalBox(draw: PortalExternal): Html {
  const { registerNo, year, platform, platformNo, registered, withdrawn, objectsDrawn, approvedCount, files } = draw;
  const off = withdrawn === null ? null : trusted(' class="off"');
  const count = objectsDrawn.length;
  const differs = count === approvedCount ? '' : `（计划批准${String(approvedCount)}家）`;
  return html`<section id="external-${registerNo}"${off}><h3>${withdrawn === null ? icon('stop') : seal('废', 'void')} ${externalLabel(draw)}　${draw.objects}</h3><p>${momentText(draw.drawnAt, year)}由${draw.operator}在${platform}抽取${platformNo === null ? '' : `，平台编号${platformNo}`}，抽中${count}家${differs}；${registered.by}于${momentText(registered.at, year)}登记${draw.round === null ? '' : `，属于${draw.round}`}。<b>${externalMark}。</b></p>${
    withdrawn === null
      ? null
      : html`<p>${withdrawn.by}于${momentText(withdrawn.at, year)}撤回登记：${withdrawn.reason}</p>`
  }<details><summary>抽中的${count}家和${files.length}张截图的指纹</summary><ol>${objectsDrawn.map(
    ({ name, code }) => html`<li>${name}　<span class="mono">${code}</span></li>`,
  )}</ol>${files.map(({ hash }) => html`<p>截图 SHA-256　${hashText(hash)}</p>`)}</details></section>`;
}
