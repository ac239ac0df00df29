import { selectionTerms } from '@mingchou/domain';
import { useEffect } from 'react';
import { useDesk } from '../../app/session.ts';
import { formulaOfRow, type ShownPlan } from './shown-plan.ts';

/** 抽查工作计划表 on paper: the document's own eight columns and nothing of the desk (ZZ-19). */
export function PlanPrint({ shown }: { readonly shown: ShownPlan }) {
  const { plan } = shown;
  const { session } = useDesk();
  useEffect(() => {
    // Only this page prints as its paper; the style sheet stays when the person goes on to another.
    document.body.classList.add('prints-plan');
    return () => document.body.classList.remove('prints-plan');
  }, []);
  return (
    <section className="plan-print" aria-hidden="true">
      <h2>
        {session.bureau.name}
        {plan.title}表
      </h2>
      <p>{plan.documentNo ?? ''}</p>
      <table>
        <thead>
          <tr>
            <th>序号</th>
            <th>抽查任务名称</th>
            <th>抽查类型</th>
            <th>抽查事项</th>
            <th>抽查对象范围</th>
            <th>抽查比例</th>
            <th>抽查时间</th>
            <th>抽查发起部门</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => {
            const { phrase, windowText } = formulaOfRow(shown, row);
            return (
              <tr key={row.id}>
                <td>{row.no}</td>
                <td>{row.name}</td>
                <td>{selectionTerms[row.selection]}</td>
                <td>{row.items.map((item) => item.title).join('；')}</td>
                <td>{row.scope}</td>
                <td>{phrase}</td>
                <td>{windowText.startsWith(String(plan.year)) ? windowText : `${plan.year}年${windowText}`}</td>
                <td>{row.initiator}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
