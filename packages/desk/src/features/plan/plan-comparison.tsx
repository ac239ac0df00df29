import { placeOf } from '@mingchou/domain';
import { Panel, StateText } from '../../design/index.ts';
import type { ShownPlan } from './shown-plan.ts';

const verdicts = {
  agrees: { kind: 'done', word: '相符' },
  contradicts: { kind: 'late', word: '矛盾' },
  'same-as-above': { kind: 'late', word: '同上' },
} as const;

/** 正文与计划表对照: each promise of the text beside what the table holds. */
export function PlanComparison({ shown }: { readonly shown: ShownPlan }) {
  const lines = shown.check.comparisons;
  return (
    <Panel title="正文与计划表对照" sub={`计划正文的${lines.length}项约束，逐条与计划表核对`}>
      <table className="plain-table plan-comparison">
        <tbody>
          {lines.map((line) => {
            const { kind, word } = verdicts[line.verdict];
            const { source, place, verified } = line.clause;
            return (
              <tr key={line.key}>
                <td>{placeOf({ source, place, verified }).replace(/^正文/, '')}</td>
                <td>{line.says}</td>
                <td>{line.table}</td>
                <td>
                  <StateText kind={kind}>{word}</StateText>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
