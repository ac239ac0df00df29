import { type MonthLoad, overloadedMonths } from '@mingchou/domain';
import { Panel, StateText } from '../../design/index.ts';
import './capacity-plot.css';

const height = 92;
const step = 44;

const daysText = (days: number): string => (Math.round(days * 10) / 10).toString();

interface CapacityPlotProps {
  readonly loads: readonly MonthLoad[];
  /** Beside a form: larger signs, and only what the month asks under its bar. */
  readonly narrow?: boolean;
}

/** What a month may take: its part of the approved budget, without one the inspectors' own days. */
const limitOf = ({ budget, have }: MonthLoad): number => budget ?? have;

/** Months side by side: what the plan asks as a bar, what there is as a line over it, both with their numbers. */
export function CapacityPlot({ loads, narrow = false }: CapacityPlotProps) {
  const top = Math.max(1, ...loads.map((load) => Math.max(load.need, limitOf(load))));
  const y = (days: number) => height - (days / top) * height;
  const foot = narrow ? 40 : 44;
  return (
    <div className={narrow ? 'capacity narrow' : 'capacity'}>
      <svg viewBox={`0 -4 ${loads.length * step} ${height + foot}`} role="img" aria-label={wordsOf(loads)}>
        {loads.map((load, at) => (
          <g key={load.month} transform={`translate(${at * step} 0)`} className={load.need > load.have ? 'over' : ''}>
            <rect x="11" width="22" y={y(load.need)} height={height - y(load.need)} />
            <line x1="5" x2="39" y1={y(limitOf(load))} y2={y(limitOf(load))} />
            <text x="22" y={height + (narrow ? 16 : 14)}>
              {narrow ? Math.round(load.need) : daysText(load.need)}
            </text>
            {!narrow && (
              <text x="22" y={height + 28} className="quiet">
                /{daysText(limitOf(load))}
              </text>
            )}
            <text x="22" y={height + (narrow ? 34 : 40)} className="quiet">
              {narrow ? load.month : `${load.month}月`}
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
