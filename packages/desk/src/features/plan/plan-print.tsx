import { useEffect } from 'react';
import { useDesk } from '../../app/session.ts';
import type { ShownPlan } from './shown-plan.ts';

/** 抽查工作计划表 on paper: the tables of the bureau's own document and nothing of the desk (ZZ-19, LZ-15..17). */
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
      {shown.sheets.map((sheet) => (
        <div key={sheet.title}>
          <h2>
            {session.bureau.name}
            {plan.year}年{sheet.title}
          </h2>
          <p>{plan.documentNo ?? ''}</p>
          <table>
            <thead>
              <tr>
                {sheet.columns.map((column) => (
                  <th key={column.title} style={{ width: `${column.width}%` }}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheet.lines.map((line) => (
                <tr key={line[0]}>
                  {sheet.columns.map((column, at) => (
                    <td key={column.title}>{line[at]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}
