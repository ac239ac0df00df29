import type { CeremonyNews, CeremonySource } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { icon } from '../words/marks.ts';
import { momentText } from '../words/time.ts';
import { secondsLeft } from './stage.ts';
import { announcedText, leftText, wholeHash, witnessesOf } from './words.ts';

/** 候场: the commitment in full, the time left, who is here. */
export function waitingStage({ now, view }: CeremonyNews): Html {
  const { commitment, openAt, year } = view;
  return html`<section class="wait"><h2>已公开的承诺</h2><p class="whole">${wholeHash(commitment.hash)}</p><p class="note">${momentText(commitment.at, year)}记在公开日志第${commitment.logIndex + 1}条。它是名单和规则的指纹，改一个字就对不上。</p><div class="two"><div><h2>${momentText(openAt, year)}开启</h2><p class="left" data-countdown>还有${leftText(secondsLeft(now, openAt))}</p><p class="note">${announcedText(view)}。开启之后才产生随机数，现在谁也不知道结果。</p></div><div><h2>谁在场</h2><ul class="people"><li>${icon('tick')} <span>操作　${view.operator}</span></li>${witnessesOf(view).map(personOf)}</ul></div></div></section>`;
}

function personOf({ name, about, sealed }: CeremonySource): Html {
  const state = sealed === null ? '还没有封存随机数' : '随机数已封存在本人手机里';
  return html`<li>${icon(sealed === null ? 'ring' : 'tick')} <span>见证　${name}（${about}），${state}</span></li>`;
}
