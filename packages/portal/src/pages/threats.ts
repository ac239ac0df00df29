import { html, trusted, type Html } from '../html.ts';

/** How far the protocol goes against a threat. */
type Reach = 'prevented' | 'detected' | 'open';

interface Threat {
  readonly reach: Reach;
  readonly what: string;
  readonly how: string;
  /** What still remains to be done by people. */
  readonly left: string;
}

const words: Readonly<Record<Reach, string>> = { prevented: '防住了', detected: '查得出', open: '防不住' };

/** 还可能有什么手脚: what the protocol prevents, what it only shows afterwards, what it cannot do. */
const threats: readonly Threat[] = [
  {
    reach: 'prevented',
    what: '先看结果，再改名单、比例或人员',
    how: '名单、排除理由、规则、执法人员和回避关系的指纹先公开，改一个字就对不上。随机数在这之后才有。',
    left: '把承诺抄下来的人越多越好。',
  },
  {
    reach: 'prevented',
    what: '一个人定结果',
    how: '种子由骰子、见证人封存的数、开奖号码或随机信标合成，去掉任何一方仍猜不出。',
    left: '全部来源串通起来还是能定，见下面。',
  },
  {
    reach: 'prevented',
    what: '看着随机、其实只有几种结果',
    how: '有的平台用一个随机起点隔几个抽一个：41家抽9家只有4种结果，排在末尾的永远抽不到。这里每家各算一根签，机会相等，任何组合都可能。',
    left: '有份额要求的抽签，各类机会不同，报告会写明。',
  },
  {
    reach: 'prevented',
    what: '把旧签号拿来再用，或照搬别人的封存数',
    how: '签号由这一次的承诺算出，换一次就全变；封存数里写着局、编号和人。',
    left: '',
  },
  {
    reach: 'prevented',
    what: '挑一个人顶替回避的，挑一家顶替不能查的',
    how: '接替的人按原来的签序往下排，第一个能去的就是他；递补的是第一家没有用过的候补。没有人挑。',
    left: '审计人员用完整的证据包核，公众看得到次数和理由。',
  },
  {
    reach: 'detected',
    what: '抽到满意为止',
    how: '编号连续，承诺进公开日志。作废要理由、申请人和批准人，作废的结果照样能算、照样公开。有的平台会把上一次结果直接删掉，这里删不掉。',
    left: '看作废的次数。作废多了，要问为什么。',
  },
  {
    reach: 'detected',
    what: '最后揭示的见证人先算一算，不满意就不揭示',
    how: '谁没有给出数，公开写名字，这一次作废。',
    left: '看「没有给出的随机数」；总是同一个人，就该换人。',
  },
  {
    reach: 'detected',
    what: '同时备两份承诺，哪份合意用哪份',
    how: '同一个编号两个承诺就是作假的证据，盯日志的程序会指出来。',
    left: '要有人在盯：办法在公开日志那一页。',
  },
  {
    reach: 'detected',
    what: '管理员改数据库，或用旧备份盖掉',
    how: '日志只能往后添，每次签名。手里有旧的校验点，少一条、改一条都能看出来。',
    left: '校验点要抄在本局以外的地方，否则没有东西可比。',
  },
  {
    reach: 'detected',
    what: '屏幕上的结果和存下来的不一样，网页替我们说谎',
    how: '拿证据包离线重算，换一种语言写的程序再算一遍。',
    left: '核验程序别只从我们这里拿。',
  },
  {
    reach: 'detected',
    what: '借回避、递补调整人和企业',
    how: '谁接替是算出来的，可是提不提申请由人定。申请的理由、批准人和次数都公开。',
    left: '看回避和递补的次数；领导指定的另外列出，那是决定，不是抽签。',
  },
  {
    reach: 'open',
    what: '名录库本来就漏了谁',
    how: '重算只证明抽的是这份名单。名单以外的，算不出来。',
    left: '拿名录和登记机关的名单对；知道漏了谁，请告诉本局或派驻纪检监察组。',
  },
  {
    reach: 'open',
    what: '所有来源一起串通',
    how: '投骰子的、见证人、录入和复核的人都是一伙，就能凑出想要的数。再加上随机信标或开奖号码，就要连外面的机构一起买通。',
    left: '来源要归不同的单位，至少有一个是您信得过的。',
  },
  {
    reach: 'open',
    what: '开奖号码抄错或抄假',
    how: '离线核不了彩票：程序只能照抄来的数算。两个人各抄一遍，核验报告写「未核」。',
    left: '到彩票机构的公告上对一眼。',
  },
  {
    reach: 'open',
    what: '见证人的手机丢了、坏了',
    how: '封存的数只在他的手机上，丢了就揭示不了，这一次只能作废重来。',
    left: '会拖时间，但改不了结果；作废的理由会写明。',
  },
  {
    reach: 'open',
    what: '名单提前漏出去，或检查走过场',
    how: '抽签管的是查谁、谁去查，管不了保密，也管不了查得细不细。',
    left: '不打招呼的检查用密封抽签；检查结果另行公示。',
  },
  {
    reach: 'open',
    what: '在别的平台上抽的',
    how: '上级平台抽的，没有承诺也没有种子，只能照录，不能重算。',
    left: '这类抽取单独标明「不能核验」。',
  },
];

export function threatTable(): Html {
  const order: readonly Reach[] = ['prevented', 'detected', 'open'];
  return html`<h2 id="threats">还可能有什么手脚</h2><p class="text">分三种：<b>防住了</b>，做了也没有用；<b>查得出</b>，做得成，但会留下人人看得见的痕迹；<b>防不住</b>，要靠人，我们直说。</p>${order.map(
    (reach) =>
      html`<h3>${words[reach]}</h3><table class="threats"><thead><tr><th>手脚</th><th>协议怎么办</th><th>还要靠人的</th></tr></thead><tbody>${threats
        .filter((threat) => threat.reach === reach)
        .map(threatRow)}</tbody></table>`,
  )}`;
}

function threatRow({ reach, what, how, left }: Threat): Html {
  return html`<tr${reach === 'open' ? trusted(' class="off"') : null}><td class="big" data-l="手脚">${what}</td><td data-l="怎么办">${how}</td><td data-l="还要">${left === '' ? '—' : left}</td></tr>`;
}
