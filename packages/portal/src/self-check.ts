import { readBundle, tally, type FileName, type Tally } from '@mingchou/verifier';
import { html, type Html } from './html.ts';

type Bundle = ReadonlyMap<FileName, Uint8Array>;

const decoder = new TextDecoder();

/** What people type: small letters, full-width digits, spaces. */
export function codeOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** 我的企业被抽中了吗, answered from the public bundle alone; the same words on the server and in the browser. */
export function selfCheckAnswer(bundle: Bundle, typed: string, sampleKey: string): Html {
  const code = codeOf(typed);
  if (code === '')
    return html`<div class="res"><p class="big">还没有输入代码</p><p>请输入营业执照上的18位统一社会信用代码。</p></div>`;
  const found = tally(bundle, code);
  if (found === undefined)
    return html`<div class="res"><p class="big">名单里没有${code}</p><p>这次抽签的名单里没有这个代码，所以不可能被抽中。请核对代码；如果认为应当在名单里，可以要求更正。</p></div>`;
  return html`<div class="res"><p class="big">${nameOf(bundle, code)}：${outcomeText(found)}</p>${ruler(bundle, found)}<dl>${facts(
    found,
  ).map(([word, value]) => html`<dt>${word}</dt><dd>${value}</dd>`)}</dl>${formula(bundle, found, sampleKey)}</div>`;
}

export function selfCheckOfZip(zip: Uint8Array, typed: string, sampleKey: string): Html {
  const bundle = readBundle(zip);
  return bundle.ok
    ? selfCheckAnswer(bundle.value, typed, sampleKey)
    : html`<div class="res"><p class="big">证据包读不出来</p><p>${bundle.refusal.text}</p></div>`;
}

function linesOf(bundle: Bundle, file: FileName): readonly string[] {
  const bytes = bundle.get(file);
  return bytes === undefined
    ? []
    : decoder
        .decode(bytes)
        .split('\n')
        .filter((line) => line !== '');
}

function nameOf(bundle: Bundle, code: string): string {
  const line = linesOf(bundle, 'labels.csv').find((one) => one.startsWith(`${code},`));
  return line === undefined ? code : line.slice(code.length + 1);
}

function outcomeText(found: Tally): string {
  switch (found.outcome) {
    case 'selected':
      return isWhole(found) ? `都检查，排在第${String(found.rank ?? 1)}位` : '抽中了';
    case 'reserve':
      return `没有抽中，是候补第${String(found.reserveRank ?? 1)}位`;
    case 'not-selected':
      return '没有抽中';
    case 'excluded':
      return '在名单里，但开签前已排除';
  }
}

/** A chance of 1 is no chance: all of the stratum are inspected (mc-draw/1 §6.5). */
function isWhole({ size, eligible }: Tally): boolean {
  return eligible > 0 && size >= eligible;
}

function facts(found: Tally): readonly (readonly [string, Html | string])[] {
  const chance = Math.round((found.size * 1000) / Math.max(found.eligible, 1)) / 10;
  return [
    ['您的签号', ticketText(found.ticket)],
    ...(found.cutOff === undefined ? [] : ([['截止签号', ticketText(found.cutOff)]] as const)),
    ...(found.rank === undefined
      ? []
      : ([
          [
            '排位',
            `第${String(found.rank)}位，共${String(found.eligible)}家${isWhole(found) ? '；全部检查，抽的是次序' : `；前${String(found.size)}位抽中`}`,
          ],
          ...(isWhole(found)
            ? []
            : ([['开签前的机会', `${String(found.size)}/${String(found.eligible)}＝${chance.toFixed(1)}%`]] as const)),
        ] as const)),
    ['是否在名单里', found.outcome === 'excluded' ? '在，已写明排除理由' : '在冻结名单里'],
  ];
}

function ticketText(ticket: string): Html {
  return html`<span class="mono">${(ticket.slice(0, 32).match(/.{4}/g) ?? []).join(' ')} …</span>`;
}

/** 0000–ffff with every drawn and reserve ticket, the cut-off and the reader's own. */
function ruler(bundle: Bundle, found: Tally): Html | null {
  const lots = linesOf(bundle, 'selected.csv')
    .map((line) => line.split(','))
    .filter(([stratum, id]) => stratum === found.stratum && id !== found.id);
  const at = (ticket: string) => ((Number.parseInt(ticket.slice(0, 8), 16) / 0xffffffff) * 100).toFixed(2);
  if (found.cutOff === undefined) return null;
  const ticks = lots.map(
    ([, , ticket = '', kind]) =>
      html`<rect class="${kind === 'S' ? 'hit' : 'lot'}" x="${at(ticket)}%" y="45" width="${kind === 'S' ? 3 : 2}" height="17"/>`,
  );
  return html`<figure class="ruler"><svg width="100%" height="66" role="img" aria-label="签号从小到大排在一条线上，虚线是截止签号，粗黑线是您的签号"><rect class="zone" width="${at(found.cutOff)}%" y="32" height="30"/><line class="cut" x1="${at(found.cutOff)}%" x2="${at(found.cutOff)}%" y1="28" y2="62"/>${ticks}<rect class="me" x="${at(found.ticket)}%" y="24" width="5" height="38"/><line class="base" x1="0" x2="100%" y1="63" y2="63"/></svg><figcaption><span>小 0000</span><span>红线：抽中；灰线：候补；虚线：截止签号；粗黑线：您的签号</span><span>大 ffff</span></figcaption></figure>`;
}

const suiteNames: Readonly<Record<string, string>> = { sha256: 'SHA-256', sm3: 'SM3' };

/** 签号 = SHA-256(K:代码): the one line anyone can type into another tool. */
function formula(bundle: Bundle, found: Tally, sampleKey: string): Html {
  const suite = /"suite":"(sha256|sm3)"/.exec(linesOf(bundle, 'commit.json').join(''))?.[1] ?? 'sha256';
  return html`<p class="calc">签号 = ${suiteNames[suite] ?? suite}(${sampleKey}:${found.id})</p>`;
}
