import { planRoutes } from '@mingchou/contract';
import { isFraction, percentOf, type Rounding, roundings, roundingTerms } from '@mingchou/domain';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/index.ts';
import { Button, FormulaRow, formatDate, Link, RefusalNote, ResultChoice } from '../../design/index.ts';
import { Basis } from './basis.tsx';
import { contentOf } from './row-form.ts';
import { formulaOfRow, type ShownPlan, type ShownRow } from './shown-plan.ts';

interface RowFormulaProps {
  readonly shown: ShownPlan;
  readonly row: ShownRow;
  readonly editable: boolean;
}

/** The calculation of one row, opened in place: its base, the ways of rounding with their results, and why this one. */
export function RowFormula({ shown, row, editable }: RowFormulaProps) {
  const { plan } = shown;
  const formula = formulaOfRow(shown, row);
  const update = useCommand(planRoutes.updatePlanRow);
  const remove = useCommand(planRoutes.removePlanRow);
  const target = { planId: plan.id, version: plan.version, rowId: row.id };

  const chooseRounding = (key: string) => {
    const rounding = roundings.find((one) => one === key);
    if (rounding === undefined || update.pending) return;
    const content = contentOf(row);
    void update.give({ ...target, content: { ...content, ratio: { ...content.ratio, rounding } } });
  };
  const base = (
    <>
      {formula.baseText}，取自{formatDate(shown.baseOn)}名录库{'　'}
      <Link to={`/registry?sector=${row.sectors[0] ?? ''}`}>查看{formula.base}家</Link>
    </>
  );
  const lines: [string, ReactNode][] = [['底数', base]];
  if (isFraction(row.ratio.value)) {
    lines.push([
      '取整',
      <ResultChoice
        key="rounding"
        name={`第${row.no}项任务取整`}
        options={formula.alternatives.map((one) => ({
          key: one.rounding,
          word: roundingTerms[one.rounding],
          result: one.number,
          unit: '家',
        }))}
        chosen={row.ratio.rounding}
        onChoose={editable ? chooseRounding : undefined}
      />,
    ]);
    lines.push(['', <RoundingReason key="reason" shown={shown} row={row} />]);
  }
  if (row.approvedCount !== null) lines.push(['批准', <ApprovedNote key="approved" shown={shown} row={row} />]);
  return (
    <>
      <FormulaRow lines={lines} />
      {editable && (
        <p className="row-commands">
          <Link to={`/plan/${plan.id}/row/${row.id}`} button="small">
            修改任务{row.no}
          </Link>{' '}
          <Button look="text" busy={remove.pending} onPress={() => void remove.give(target)}>
            删去任务{row.no}
          </Button>
        </p>
      )}
      <RefusalNote refusal={update.refusal ?? remove.refusal} />
    </>
  );
}

function RoundingReason({ shown, row }: { readonly shown: ShownPlan; readonly row: ShownRow }) {
  const formula = formulaOfRow(shown, row);
  const chosen = formula.alternatives.find((one) => one.rounding === row.ratio.rounding);
  const lowest = formula.alternatives.find((one) => one.rounding === 'floor');
  return (
    <>
      {reasonText(row, formula.base, chosen, lowest)} <Basis clause={shown.roundingClause} />
    </>
  );
}

interface Alternative {
  readonly rounding: Rounding;
  readonly number: number;
  readonly share: string;
}

function reasonText(
  row: ShownRow,
  base: number,
  chosen: Alternative | undefined,
  lowest: Alternative | undefined,
): string {
  const { value } = row.ratio;
  if (!isFraction(value) || chosen === undefined || lowest === undefined) return '';
  const ratio = percentOf(value);
  if (chosen.number === lowest.number && chosen.rounding === 'ceil') return `恰好是${ratio}，取整不改变家数。`;
  if (chosen.rounding !== 'ceil' && chosen.number === lowest.number) {
    return `抽${chosen.number}家是${chosen.share}，低于计划比例${ratio}。`;
  }
  const word = roundingTerms[chosen.rounding];
  return `「${word}」保证不低于${ratio}（${chosen.number}÷${base}＝${chosen.share}）；抽${lowest.number}家是${lowest.share}，低于计划比例。`;
}

function ApprovedNote({ shown, row }: { readonly shown: ShownPlan; readonly row: ShownRow }) {
  const { liveBase, base } = formulaOfRow(shown, row);
  const changed = liveBase === base ? '' : `名录库现有${liveBase}家，批准的家数不变。`;
  return (
    <>
      批准{row.approvedCount}家，抽签按这个家数。{changed}
    </>
  );
}
