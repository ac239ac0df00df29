import type { PortalBureau } from '@mingchou/contract';
import { html } from '../html.ts';
import { plainPage } from '../layout.ts';
import type { Display } from '../site.ts';

/** `/` when several bureaus share one house. */
export function bureausPage(bureaus: readonly PortalBureau[], display: Display, demonstration: boolean): string {
  return plainPage(
    '双随机抽查公开',
    display,
    html`<div class="w"><h1>抽了谁、怎么抽的、查出什么，都在这里</h1><p class="lead">抽签的名单和规则先公开，再产生随机数。谁都可以重算，不必相信我们。</p>${
      bureaus.length === 0
        ? html`<p>还没有公开的内容。各局公开年度抽查计划之后显示在这里。</p>`
        : html`<h2>选择一个局</h2><ul class="bureaus">${bureaus.map(
            (bureau) =>
              html`<li><a href="/b/${encodeURIComponent(bureau.slug)}/">${bureau.name}</a>${demonstration ? html`<span>演示数据</span>` : null}</li>`,
          )}</ul>`
    }</div>`,
  );
}

export function notFoundPage(display: Display): string {
  return plainPage(
    '没有这个网页',
    display,
    html`<div class="w"><h1>没有这个网页</h1><p class="lead">地址可能抄错了，或者内容还没有公开。</p><p><a href="/">回到首页</a></p></div>`,
  );
}

/** A fault of ours: nothing changed, and the number under which it was noted. */
export function faultPage(display: Display, correlationId: string): string {
  return plainPage(
    '网页没有打开',
    display,
    html`<div class="w"><h1>网页没有打开</h1><p class="lead">系统出了故障，公开的内容没有改动。编号 ${correlationId}，已记录。请过一会儿再试。</p><p><a href="/">回到首页</a></p></div>`,
  );
}
