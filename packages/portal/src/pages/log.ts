import { html, type Content, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { hrefOf, yearOfSite, type Site } from '../site.ts';
import { hashText } from '../words/marks.ts';
import { momentText } from '../words/time.ts';

/** The installation's public log, as it has signed itself last. */
export interface LogView {
  readonly size: number;
  /** Root over all entries, hexadecimal. */
  readonly root: string;
  /** The signed note as auditors keep it. */
  readonly checkpoint: string;
  /** Verifier keys, the one that signs now first. */
  readonly keys: readonly string[];
  /** The same of SM2, by which the log signs beside. */
  readonly sm2Keys: readonly string[];
  /** Verifier keys of the witnesses who may cosign. */
  readonly witnesses: readonly string[];
  /** The last entries, latest first. */
  readonly latest: readonly LoggedEntry[];
}

export interface LoggedEntry {
  /** From 0. */
  readonly index: number;
  readonly at: string;
  readonly kind: string;
  /** Code of the bureau and number of the draw, where the entry names them. */
  readonly about: string;
  /** The fingerprint that the entry holds. */
  readonly fingerprint: string;
}

const kinds: Readonly<Record<string, string>> = {
  commitment: '承诺',
  result: '结果',
  amendment: '开签后的变更',
  void: '作废',
  audit: '留痕链当天的末条',
};

/** 公开日志与校验点: what was written, what it comes to, and how to watch it from one's own PC. */
export function logPage(site: Site, view: LogView, address: string): string {
  return bureauPage(
    site,
    { title: '公开日志与校验点', crumbs: [homeCrumb(site)], here: '公开日志与校验点' },
    html`<div class="w"><h1>公开日志与校验点</h1><p class="lead">承诺、结果、变更和作废一条接一条写进公开日志，写进去就不能改、不能删。各局共用一个日志，现有${view.size}条。</p>
<h2>校验点</h2><p class="text">下面几行是日志对自己的签名：名称、条数、全部记录合成的一个指纹。抄下它，以后谁改动了前面任何一条，指纹就对不上。</p><p class="calc">${view.checkpoint
      .trim()
      .split('\n')
      .map((line) => html`${line}<br>`)}</p><p class="hint">同一个指纹按十六进制写：${hashText(view.root)}</p>
<h2>公钥</h2><p class="text">核对签名用。这里给的和本局另外公告的应当是同一把；只从一个地方拿，就只能信那一个地方。</p>${view.keys.map(
      (key, at) => html`<p class="calc">${key}${at === 0 ? null : '（以前用过）'}</p>`,
    )}${view.sm2Keys.map((key, at) => html`<p class="calc">${key}（国密SM2${at === 0 ? '' : '，以前用过'}）</p>`)}
<h2>见证人副署</h2>${
      view.witnesses.length === 0
        ? html`<p class="text">还没有登记见证人。见证人在自己的电脑上核对日志只增不改，再在校验点下面签名；有了副署，谁都改不了大家共同看到过的那一份。</p>`
        : html`<p class="text">下面的见证人核对日志只增不改之后，在校验点下面签名。最近一份有副署的校验点：<a href="/log/cosigned">/log/cosigned</a>。</p>${view.witnesses.map(
            (key) => html`<p class="calc">${key}</p>`,
          )}`
    }
<h2>自己盯住它</h2><p class="text">在自己的电脑上隔几天运行一次，程序记住上次的校验点，核对签名和每一条记录；日志变短、分叉、被改，或者同一次抽签有两个承诺，都会指出来：</p><p class="calc">npx mingchou monitor ${address}</p><p class="text">不用我们的程序也行，地址是<a href="/log/checkpoint">/log/checkpoint</a>（校验点）、<a href="/log/key">/log/key</a>（公钥）、/log/entries?from=0&amp;to=${Math.min(view.size, 1000)}（记录）、/log/proof?index=&amp;size=（收录证明）和 /log/consistency?from=&amp;to=（只增不改的证明），写法是RFC 6962和C2SP签名文。</p>
${latest(site, view)}</div>`,
  );
}

function latest(site: Site, { latest: entries, size }: LogView): Content {
  if (entries.length === 0) return html`<p>还没有记录。第一次公开承诺之后显示在这里。</p>`;
  const year = yearOfSite(site);
  return html`<h2>最近${entries.length}条</h2><ol class="tl">${entries.map(
    (entry): Html =>
      html`<li class="p"><time datetime="${entry.at}">${momentText(entry.at, year)}</time>　第${entry.index + 1}条　${kinds[entry.kind] ?? entry.kind}　${entry.about}<span class="h">${hashText(entry.fingerprint)}</span></li>`,
  )}</ol><p class="hint">全部${size}条用上面的地址取。抽签的网页上写明它的承诺是第几条：<a href="${hrefOf(site, 'draws')}">抽签</a>。</p>`;
}
