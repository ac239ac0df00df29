import type { PortalProgress, PublicDeadline, PublicRemaining } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { icon } from './marks.ts';
import { dayText } from './time.ts';

/** A drawn object's progress with its deadline reckoned against the page's day. */
export interface Progress extends PortalProgress {
  readonly remaining: PublicRemaining | null;
}

export function isOverdue(progress: Progress): boolean {
  return progress.disclosedOn === null && progress.remaining?.kind === 'overdue';
}

/** 检查结束后7个工作日内公示 */
export function lengthText(deadline: PublicDeadline): string {
  const { n, unit } = deadline.length;
  return unit === 'workday' ? `${String(n)}个工作日` : `${String(n)}日（自然日）`;
}

/** 已超1个工作日; a last day followed only by rest days is overdue all the same. */
export function overdueText(workdays: number): string {
  return workdays === 0 ? '已超期，其后尚无工作日' : `已超${String(workdays)}个工作日`;
}

export function progressText(progress: Progress, pageYear: number): Html {
  const note = progress.note === null ? '' : `：${progress.note}`;
  switch (progress.step) {
    case 'not-inspected':
      return html`<span>${icon('dash')} 不能检查${note}</span>`;
    case 'disclosed':
      return disclosedText(progress, pageYear);
    case 'ended':
      return endedText(progress, pageYear);
    case 'begun':
      return html`<span>${icon('clock')} 检查中${note}</span>`;
    case 'awaiting':
      return html`<span>${icon('clock')} 待检查${note}</span>`;
    case 'awaiting-dispatch':
      return html`<span>${icon('ring')} 待派发${note}</span>`;
  }
}

function disclosedText({ disclosedOn, deadline }: Progress, pageYear: number): Html {
  const on = disclosedOn === null ? '' : `${dayText(disclosedOn, pageYear)}`;
  const late = deadline !== null && disclosedOn !== null && disclosedOn > deadline.last;
  if (!late || deadline === null) return html`<span class="ok">${icon('passed')} ${on}已公示</span>`;
  return html`<span class="bad">${icon('stop')} ${on}公示，晚于最晚日期${dayText(deadline.last, pageYear)}</span>`;
}

function endedText({ deadline, remaining, note }: Progress, pageYear: number): Html {
  if (deadline === null) return html`<span>${icon('clock')} 检查结束，待公示</span>`;
  const by = `最晚${dayText(deadline.last, pageYear)}公示`;
  if (remaining?.kind !== 'overdue')
    return html`<span>${icon('clock')} ${by}${deadline.provisional ? '（暂按周末推算）' : ''}</span>`;
  const why = note === null ? '' : `。原因：${note}`;
  return html`<span class="bad">${icon('stop')} ${by}，${overdueText(remaining.workdays)}${why}</span>`;
}
