import { daySideTerms, daysWords, shareWords, unitClassTerms } from '@mingchou/domain';
import { useEffect } from 'react';
import { useDesk } from '../../app/session.ts';
import type { ShownBudget } from './shown-budget.ts';

/** 执法工作日测算表 on paper: figures as written, and the sum wherever it says something else. */
export function BudgetPrint({ shown }: { readonly shown: ShownBudget }) {
  const { content, reckoning } = shown;
  const { session } = useDesk();
  useEffect(() => {
    document.body.classList.add('prints-budget');
    return () => document.body.classList.remove('prints-budget');
  }, []);
  const beside = (written: number | null, sum: number) =>
    written === null || written === sum ? `${sum}` : `${written}（复算${sum}）`;
  return (
    <section className="budget-print" aria-hidden="true">
      <h2>
        {session.bureau.name}
        {content.title}执法工作日测算表
      </h2>
      <p>
        总法定工作日：{reckoning.legalWorkdays}日×{reckoning.heads}人＝{beside(content.totalDays, reckoning.total)}日；
        监督检查工作日：{beside(content.supervisionDays, reckoning.supervision)}日
      </p>
      <table>
        <thead>
          <tr>
            <th>类别</th>
            <th>项目</th>
            <th>工作日（人日）</th>
          </tr>
        </thead>
        <tbody>
          {content.groups.flatMap((group, place) => [
            ...group.items.map((item, at) => (
              <tr key={`${place} ${at}`}>
                <td>{at === 0 ? `${group.place}${daySideTerms[group.heading]}` : ''}</td>
                <td>{item.name}</td>
                <td>{item.days}</td>
              </tr>
            )),
            <tr key={`${place} sum`}>
              <td />
              <td>合计</td>
              <td>{beside(group.total, reckoning.groups[place === 0 ? 0 : 1].sum)}</td>
            </tr>,
          ])}
          {content.classes.map((one, place) => {
            const { share, perVisit } = reckoning.classes[place === 0 ? 0 : 1];
            const wrong = shown.check.open.some(({ id }) => id === 'shares');
            const written =
              one.share === null || !wrong ? shareWords(share) : `${shareWords(one.share)}（复算${shareWords(share)}）`;
            const each = perVisit === null ? '' : `，每家${daysWords(perVisit)}人日`;
            return (
              <tr key={one.key}>
                <td>{place === 0 ? '监督检查工作日' : ''}</td>
                <td>
                  {unitClassTerms[one.key]}
                  {one.units ?? 0}家，占{written}
                  {each}
                </td>
                <td>{one.days ?? ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
