import type { PortalAttempt, PortalDraw, PortalExternal, PortalPlan, PortalPlanRow } from '@mingchou/contract';
import {
  type Attempt,
  type AttemptFilter,
  attemptFilters,
  attemptsOf,
  isOpen,
  matches,
  type Rate,
  ratesOf,
} from '../attempts/attempts.ts';
import { html, trusted, type Content, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { hrefOf, type Site, yearOfSite } from '../site.ts';
import { drawLabel, statusLine } from '../words/draw.ts';
import { hashText, icon, seal } from '../words/marks.ts';
import { momentText, monthsText } from '../words/time.ts';
import { waitingPlanRows } from './draw-table.ts';
import { externalPart } from './external.ts';

/** What 全部抽签 is made from. */
export interface AttemptsView {
  readonly draws: readonly PortalDraw[];
  readonly attempts: readonly PortalAttempt[];
  /** Draws made on other platforms. */
  readonly externals?: readonly PortalExternal[];
  readonly plan: PortalPlan | null;
  /** Which rows the reader opened from a number; anything unknown shows all. */
  readonly show: string;
}

const filterWords: Readonly<Record<AttemptFilter, string>> = {
  all: '全部',
  void: '作废的',
  recusal: '有回避的',
  substitution: '有递补的',
  decision: '有领导指定的',
  open: '还没有结果的',
  missing: '缺失的编号',
};

/** 全部抽签: every number since the first, void and missing ones too, with what became of it. */
export function drawsPage(site: Site, view: AttemptsView): string {
  const attempts = attemptsOf(view.draws, view.attempts, site.now);
  const filter = attemptFilters.find((one) => one === view.show) ?? 'all';
  return bureauPage(
    site,
    { title: '全部抽签', current: 'draws', crumbs: [homeCrumb(site)], here: '全部抽签' },
    html`<div class="w"><h1>全部抽签</h1><p class="lead">编号从1起，一个不缺。抽过就留在这里，作废的也不删除；公开承诺之后，只有两种结局：公布结果，或者公开作废。</p>${alarms(attempts)}${rates(site, attempts)}${table(site, view, attempts, filter)}${externalPart(view.externals ?? [])}${below(site)}</div>`,
  );
}

/** What nobody should have to look for. */
function alarms(attempts: readonly Attempt[]): Content {
  const missing = attempts.filter((attempt) => attempt.kind === 'missing').map(({ drawNo }) => drawNo);
  const late = attempts.filter((one) => one.kind === 'draw' && one.overdueDays !== null && one.overdueDays > 0);
  return [
    missing.length > 0 &&
      html`<div class="late">${icon('stop')} <b>第${missing.join('、')}号缺失</b>　编号连续，却没有这${missing.length === 1 ? '个号' : `${String(missing.length)}个号`}的公开记录。抽过的不能不见，请向本局和派驻纪检监察组询问。</div>`,
    late.length > 0 &&
      html`<div class="late">${icon('stop')} <b>承诺过了时间还没有结果</b>　${late.map((one, index) => html`${index > 0 ? '；' : ''}第${one.drawNo}号已过${one.kind === 'draw' ? (one.overdueDays ?? 0) : 0}天`)}。既没有开签，也没有作废，应当说明原因。</div>`,
  ];
}

function rates(site: Site, attempts: readonly Attempt[]): Content {
  if (attempts.length === 0) return null;
  return html`<ul class="rates" aria-label="次数">${ratesOf(attempts).map((rate) => html`<li>${rateText(site, rate)}</li>`)}</ul><p class="hint">次数都带着底数，点次数看是哪几次。作废、回避和递补多了，就该问一问为什么。</p>`;
}

function rateText(site: Site, { filter, word, count, base, baseWord }: Rate): Html {
  const share = base === 0 ? '' : `（${((count / base) * 100).toFixed(1)}%）`;
  const figure =
    count === 0 ? html`<b>0</b>` : html`<a href="${hrefOf(site, `draws?show=${filter}#list`)}"><b>${count}</b></a>`;
  return html`<span>${word}</span>${figure}<span class="s">／${baseWord}${base}${share}</span>`;
}

function table(site: Site, view: AttemptsView, attempts: readonly Attempt[], filter: AttemptFilter): Html {
  const rows = attempts.filter((attempt) => matches(attempt, filter));
  const waiting = filter === 'all' ? waitingPlanRows(view.plan, view.draws, view.externals).map(waitingRow) : [];
  if (attempts.length === 0 && waiting.length === 0)
    return html`<p>还没有抽签。从给出编号起就公开在这里，作废的也保留。</p>`;
  const all = html`<a href="${hrefOf(site, 'draws#list')}">看全部</a>`;
  const head =
    filter === 'all' ? null : html`<p class="text">只列出${filterWords[filter]}，${rows.length}次。${all}</p>`;
  const body =
    rows.length === 0 && waiting.length === 0
      ? html`<p>没有${filterWords[filter]}抽签。</p>`
      : html`<table class="attempts"><thead><tr><th>编号</th><th>抽什么</th><th>抽取</th><th>承诺与时间</th><th>结局</th></tr></thead><tbody>${waiting}${rows.map((attempt) => row(site, attempt))}</tbody></table>`;
  return html`<h2 id="list">${filter === 'all' ? '逐次列出' : filterWords[filter]}</h2>${head}${body}`;
}

function waitingRow(row: PortalPlanRow): Html {
  return html`<tr><td data-l="编号">计划第${row.no}项</td><td data-l="对象">${row.objects}</td><td data-l="抽取" class="nw">${row.base === null ? '' : `${String(row.base)}家`}抽${row.count}家</td><td data-l="承诺">${monthsText(row.from, row.to)}，时间另行公布</td><td data-l="结局">尚未冻结名单</td></tr>`;
}

function row(site: Site, attempt: Attempt): Html {
  if (attempt.kind === 'draw') return drawRow(site, attempt.draw, attempt.overdueDays);
  const label = html`<td data-l="编号" class="nw">第${attempt.drawNo}号</td>`;
  if (attempt.kind === 'missing')
    return html`<tr class="off">${label}<td data-l="对象">不知道</td><td data-l="抽取">—</td><td data-l="承诺">没有记录</td><td data-l="结局"><span class="bad">${icon('stop')} 缺失：没有公开记录</span></td></tr>`;
  const { preparedAt, voided } = attempt.attempt;
  const year = yearOfSite(site);
  const end =
    voided === null
      ? html`<span>${icon('ring')} 准备中，尚未公开承诺</span>`
      : html`<span>${seal('废', 'void')} 承诺之前作废，没有产生任何随机数</span><span class="s">${momentText(voided.at, year)}，${voided.reason}，${voided.approver}批准</span>`;
  return html`<tr${voided === null ? null : trusted(' class="off"')}>${label}<td data-l="对象">承诺时公开</td><td data-l="抽取">—</td><td data-l="承诺">${momentText(preparedAt, year)}开始准备</td><td data-l="结局"><div>${end}</div></td></tr>`;
}

function drawRow(site: Site, draw: PortalDraw, overdue: number | null): Html {
  const year = yearOfSite(site);
  const { counts, commitment } = draw;
  const allDrawn = counts.selected === counts.eligible;
  const committed =
    commitment === null
      ? '尚未公开承诺'
      : html`${momentText(commitment.at, year)}公开承诺<span class="s">${hashText(commitment.hash.slice(0, 16))} …</span>${
          draw.drawn === null
            ? html`<span class="s">${openText(draw, commitment.openAt, year)}</span>`
            : html`<span class="s">${momentText(draw.drawn.at, year)}${draw.drawn.computedAtVoid === true ? '作废时公布结果' : '开签'}</span>`
        }`;
  return html`<tr${draw.voided === null ? null : trusted(' class="off"')} id="no-${draw.drawNo}"><td data-l="编号" class="nw"><a href="${hrefOf(site, `draws/${String(draw.drawNo)}`)}">${drawLabel(draw)}</a></td><td data-l="对象"><div>${draw.objects}${allDrawn ? html`<span class="s">全部检查，抽次序</span>` : null}</div></td><td data-l="抽取" class="nw">${counts.eligible}家抽${counts.selected}家</td><td data-l="承诺"><div>${committed}</div></td><td data-l="结局"><div>${statusLine(draw)}${lateText(draw, overdue)}${voidText(site, draw)}${amendmentList(draw, year)}</div></td></tr>`;
}

function openText({ sealing }: PortalDraw, openAt: string, year: number): string {
  const sealedAt = sealing?.drawnAt ?? null;
  return sealedAt === null
    ? `写明${momentText(openAt, year)}起收随机数`
    : `${momentText(sealedAt, year)}开签，结果封存`;
}

function lateText(draw: PortalDraw, overdue: number | null): Content {
  if (!isOpen(draw) || overdue === null) return null;
  return overdue === 0
    ? html`<span class="s">已到开启时间，正在等随机数</span>`
    : html`<span class="s bad">${icon('stop')} 过了开启时间${overdue}天，没有结果也没有作废</span>`;
}

function voidText(site: Site, { voided, silent = [], drawn, replaces }: PortalDraw): Content {
  const year = yearOfSite(site);
  return [
    voided !== null &&
      html`<span class="s">${momentText(voided.at, year)}，${voided.approver}批准。原因：${voided.reason}</span>`,
    voided !== null &&
      drawn === null &&
      silent.length > 0 &&
      html`<span class="s">没有给出的随机数：${silent.join('、')}</span>`,
    voided !== null && drawn !== null && html`<span class="s">结果照样公开：随机数已齐，谁都能算出来</span>`,
    typeof replaces === 'string' &&
      replaces !== '' &&
      html`<span class="s">替代已作废的一次，承诺${hashText(replaces.slice(0, 8))}…</span>`,
  ];
}

function amendmentList({ amendments }: PortalDraw, year: number): Content {
  if (amendments.length === 0) return null;
  return html`<ul class="s changes">${amendments.map(
    ({ at, text, approver }) => html`<li>${momentText(at, year)}　${text}，${approver}批准</li>`,
  )}</ul>`;
}

function below(site: Site): Html {
  return html`<h2>还可以看</h2><ul class="plain text"><li><a href="${hrefOf(site, 'draws/statistics')}">签号的统计</a>：用本局自己的抽签画图，看签号匀不匀、同一家是不是总被抽中，以及还可能有什么手脚。</li><li><a href="${hrefOf(site, 'log')}">公开日志</a>：承诺、结果、变更和作废一条接一条，只能往后添；这一页要是少了一次，日志里查得出来。</li></ul>`;
}
