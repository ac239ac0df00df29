import type { CeremonyNews, CeremonySource, PortalCeremony } from '@mingchou/contract';
import { html, trusted, type Html } from '../html.ts';
import { sealedSentence } from '../words/draw.ts';
import { icon } from '../words/marks.ts';
import { clockOf } from '../words/time.ts';
import { awaited, completeAt } from './stage.ts';
import { groupsOf, secondText, valueOf, wholeHash } from './words.ts';

/** 收随机数: each source fills in as it comes, and the room reads whose turn it is. */
export function collectingStage({ view }: CeremonyNews): Html {
  // Under a seal empty boxes would look as if nothing had been thrown: then the dice are a card like the others.
  const inBoxes = ({ kind, value, stands }: CeremonySource) => kind === 'dice' && (value !== null || !stands);
  const dice = view.sources.filter(inBoxes);
  const others = view.sources.filter((source) => !inBoxes(source));
  return html`<section class="collect"><p class="turn">${turnText(view)}</p>${dice.map(diceCard)}<ul class="cards">${others.map((source) => card(view, source))}</ul><p class="note bound">承诺　<span class="whole">${wholeHash(view.commitment.hash)}</span></p></section>`;
}

function turnText(view: PortalCeremony): string {
  const complete = completeAt(view);
  const sealed = view.sealed ?? null;
  if (sealed !== null && sealed.drawnAt !== null) {
    return `${secondText(sealed.drawnAt)}已开签，结果封存。${sealedSentence}`;
  }
  if (complete !== null && sealed !== null) return `${secondText(complete)}随机数到齐，结果已经确定。${sealedSentence}`;
  if (complete !== null) return `${secondText(complete)}随机数到齐，结果已经确定，等${view.operator}开签`;
  const next = awaited(view);
  const names = next.map(({ name }) => name).join('、');
  switch (next[0]?.kind) {
    case 'dice':
    case 'lottery':
      return next.some(({ value, typing }) => value !== null && !typing)
        ? '请另一人看桌面，再键入一遍'
        : `现在收${names}`;
    case 'witness':
      return `现在请${names}在自己的手机上揭示`;
    default:
      return `最后收${names}`;
  }
}

function diceCard(source: CeremonySource): Html {
  const digits = [...(source.value ?? '')];
  const places = Array.from({ length: source.digits ?? 0 }, (_, place) => digits[place] ?? '');
  const look = source.stands ? 'dice stands' : 'dice';
  return html`<div class="${look}"><h2>${icon(source.stands ? 'passed' : 'ring')} ${source.name}</h2><ol class="digits" aria-label="骰子数：${valueOf(source) || '还没有录入'}">${places.map(
    (digit) => html`<li aria-hidden="true"${digit === '' ? trusted(' class="none"') : null}>${digit}</li>`,
  )}</ol><p class="note">${source.typing ? '正在照桌面键入' : typedText(source, '请当众投掷，从左到右录入')}</p>${replacedOf(source)}</div>`;
}

function typedText({ typedBy, confirmedBy }: CeremonySource, otherwise: string): string {
  if (typedBy === null) return otherwise;
  return confirmedBy === null ? `${typedBy}已录入，待另一人复核` : `${typedBy}录入，${confirmedBy}复核，两人一致`;
}

/** What was typed before stays to be seen. */
function replacedOf({ replaced, kind }: CeremonySource): readonly Html[] {
  return replaced.map((value) => {
    const shown = kind === 'dice' ? groupsOf(value, 5).join(' ') : value.replace(/,/g, ' ');
    return html`<p class="note gone">先前录入：<s>${shown}</s>，已重新录入</p>`;
  });
}

function card(view: PortalCeremony, source: CeremonySource): Html {
  const title = source.kind === 'witness' ? `见证人　${source.name}` : source.name;
  const look = source.stands ? 'stands' : '';
  return html`<li class="${look}"><h2>${icon(source.stands ? 'passed' : 'ring')} ${title}</h2><p class="val">${shownValue(source)}</p><p class="note">${cardText(view, source)}</p>${replacedOf(source)}</li>`;
}

function shownValue(source: CeremonySource): string {
  if (source.value === null && source.stands) return '已到，封存';
  if (source.value === null) return source.kind === 'witness' ? '已封存' : '未到';
  const groups = groupsOf(source.value);
  return source.kind === 'drand' ? `${groups.slice(0, 4).join(' ')} … ${groups.slice(-3).join(' ')}` : valueOf(source);
}

function cardText(view: PortalCeremony, source: CeremonySource): string {
  switch (source.kind) {
    case 'witness':
      if (source.stands) return '已揭示，与封存的指纹相符';
      return awaited(view)[0]?.kind === 'witness' ? '请核对承诺，再揭示' : '随机数在本人手机里，还没有轮到揭示';
    case 'dice':
      return typedText(source, '请当众投掷，从左到右录入');
    case 'drand':
      if (source.stands) return '签名已核验，是承诺的那一轮';
      return source.due === null ? '最后才收' : `${clockOf(source.due)}产生，最后才收`;
    default:
      return `${typedText(source, '照官方公告录入，另一人复核')}。${source.about}`;
  }
}
