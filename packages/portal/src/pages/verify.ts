import { html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { hrefOf, type Site } from '../site.ts';

/** 怎么核验: how to check without us. */
export function verifyPage(site: Site, offlinePage: boolean): string {
  return bureauPage(
    site,
    { title: '怎么核验', current: 'verify', crumbs: [homeCrumb(site)], here: '怎么核验' },
    html`<div class="w"><h1>怎么核验</h1><p class="lead">不必相信我们。三种办法，从省事到彻底。</p>
<h2>在浏览器里</h2><p class="text">打开<a href="${hrefOf(site, 'draws')}">抽签</a>里的任何一次，按「在我的浏览器里重算」。名单、规则和随机数在您的浏览器里重新算一遍，不向外发送任何数据；网页打开之后断了网也能算完。</p>
<h2>不联网，用离线核验页</h2><p class="text">${
      offlinePage
        ? html`先下载证据包，再下载<a href="/portal/verify.html" download>离线核验页</a>（一个网页文件），断开网络，用浏览器打开它，选中证据包。`
        : html`先下载证据包，再请懂行的人用下面的办法核验。`
    }核验页和证据包可以从不同的人手里拿，这样谁也做不了手脚。</p>
<h2>不用我们的程序</h2><p class="text">协议写得很细，懂行的人照着就能自己写一个，几十行就够。只核对一家企业，有一个能算 SHA-256 的工具就行：把「抽取钥匙:统一社会信用代码」算一遍，就是这家的签号，短的先中。</p>
<h2>盯住公开日志</h2><p class="text">重算说明结果没有算错，<a href="${hrefOf(site, 'log')}">公开日志</a>说明承诺确实在先、没有换过。每条承诺、结果和作废都写在里面，只能往后添；每添一次，它就给自己签一次名，叫<b>校验点</b>。抄下今天的校验点，以后就能查出有没有人改过前面的记录；程序能替您盯着，办法写在那一页上。</p>
<h2 id="protocol">抽签协议 mc-draw/1</h2><ol class="plain text">
<li>先冻结名单，写明排除谁、为什么。名单和规则的指纹就是<b>承诺</b>，改一个字就对不上。</li>
<li>公开承诺之后才产生随机数：当众投的骰子，加见证人事先封存的数。</li>
<li>承诺和随机数合成<b>种子</b>。随机数到齐，结果就已确定，谁也不能再挑。</li>
<li>每家企业由种子算出一根<b>签号</b>，短的先中；紧接在后面的几家是<b>候补</b>。执法人员用同样的办法配到各家。</li>
<li>随机数至少要有64<b>比特</b>，比特越多越猜不出；去掉任何一方仍不少于24比特。</li></ol>
<h2 id="limits">还可能有什么问题</h2><ul class="plain text">
<li>重算只证明抽的是冻结的那份名单。名录库本来有没有漏，重算看不出来。</li>
<li>执法人员的回避关系不公开，公众只能核对企业是怎么抽出的；人员是怎么配的，由审计人员用完整的证据包核对。核不了的，报告里写「未核」和原因，不算通过。</li>
<li>随机数是不是当众投出来的，要靠在场的人和见证人；骰子数在结果之前已经录入并由第二个人复核。</li>
<li>抽签公平不等于检查到位。检查结果和整改另行公示。</li>
<li>这个网页也可能被人改过。不放心就用离线核验页，或者自己写一个。</li></ul>
<h2 id="access">无障碍说明</h2><p class="text">所有内容不运行脚本也能读；可以只用键盘；可以放大到两倍；颜色之外都有文字。字大一些或深色背景，在<a href="${hrefOf(site, 'display')}">大字版与深色版</a>里选。</p></div>`,
  );
}
