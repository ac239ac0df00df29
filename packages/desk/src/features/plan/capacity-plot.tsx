import { type MonthLoad, overloadedMonths } from '@mingchou/domain';
import { Panel, StateText } from '../../design/index.ts';
import './capacity-plot.css';

const height = 92;
const step = 44;

const daysText = (days: number): string => (Math.round(days * 10) / 10).toString();

/** Months side by side: what the plan asks as a bar, what the inspectors have as a line over it, both with their numbers. */
export function CapacityPlot({ loads }: { readonly loads: readonly MonthLoad[] }) {
  const top = Math.max(1, ...loads.map((load) => Math.max(load.need, load.have)));
  const y = (days: number) => height - (days / top) * height;
  return (
    <div className="capacity">
      <svg viewBox={`0 -4 ${loads.length * step} ${height + 44}`} role="img" aria-label={wordsOf(loads)}>
        {loads.map(({ month, need, have, budget }, at) => (
          <g
            key={month}
            transform={`translate(${at * step} 0)`}
            className={need > have || (budget !== null && need > budget + 0.05) ? 'over' : ''}
          >
            <rect x="11" width="22" y={y(need)} height={height - y(need)} />
            <line x1="5" x2="39" y1={y(have)} y2={y(have)} />
            {budget !== null && <line className="budget" x1="5" x2="39" y1={y(budget)} y2={y(budget)} />}
            <text x="22" y={height + 14}>
              {daysText(need)}
            </text>
            <text x="22" y={height + 28} className="quiet">
              /{budget === null ? have : daysText(budget)}
            </text>
            <text x="22" y={height + 40} className="quiet">
              {month}月
            </text>
          </g>
        ))}
      </svg>
      <p>{verdict(loads)}</p>
    </div>
  );
}

function wordsOf(loads: readonly MonthLoad[]): string {
  return loads
    .map(({ month, need, have, budget }) => {
      const approved = budget === null ? '' : `，批准的监督检查${daysText(budget)}人日`;
      return `${month}月要${daysText(need)}人日，有${have}人日${approved}`;
    })
    .join('；');
}

function verdict(loads: readonly MonthLoad[]) {
  const total = (of: 'need' | 'have') => daysText(loads.reduce((sum, load) => sum + load[of], 0));
  const over = overloadedMonths(loads);
  const budget = loads.reduce<number | null>(
    (sum, load) => (load.budget === null ? null : (sum ?? 0) + load.budget),
    0,
  );
  const approved = budget === null ? '' : `，批准的监督检查${daysText(budget)}人日`;
  const year = `全年要${total('need')}人日${approved}，执法人员共有${total('have')}人日`;
  if (over.length === 0) {
    return (
      <>
        <StateText kind="done">排得下</StateText> {year}
      </>
    );
  }
  return (
    <>
      <StateText kind="late">排不下</StateText> {over.map(({ month }) => `${month}月`).join('、')}超出执法人员的人日；
      {year}
    </>
  );
}

export function CapacityPanel({
  loads,
  inspectors,
}: {
  readonly loads: readonly MonthLoad[];
  readonly inspectors: number;
}) {
  const budgeted = loads.some(({ budget }) => budget !== null);
  return (
    <Panel
      title="各月的检查与人日"
      sub={`${budgeted ? '每家按批准的测算用时计，斜线下是当月批准的监督检查工作日' : '每家按最少人数1天计'}，分摊到抽查时间内的工作日；现有执法人员${inspectors}人`}
      padded
    >
      <CapacityPlot loads={loads} />
    </Panel>
  );
}
