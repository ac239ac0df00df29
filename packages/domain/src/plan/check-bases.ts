import type { PlanFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import { rowName } from './words.ts';

/**
 * Rows whose item rests on a law that was repealed or has a newer text (LZ-22, N-01). Each basis is told once with all
 * its rows: the mend is made in the list of items, not in the plan, so the plan may go on with a reason.
 */
export function checkBases({ plan, items }: PlanFacts): readonly Finding[] {
  const cited = plan.rows.flatMap((row) =>
    row.items.flatMap(({ itemId }) => {
      const item = items.find(({ id }) => id === itemId);
      return (item?.outdatedBases ?? []).map((basis) => ({ row, basis, item: item?.title ?? '' }));
    }),
  );
  const texts = [...new Set(cited.map(({ basis }) => basis.text))];
  return texts.flatMap((text) => {
    const places = cited.filter(({ basis }) => basis.text === text);
    const [first] = places;
    if (first === undefined) return [];
    const { kind, detail, instead } = first.basis;
    return [
      finding({
        rule: 'C-11',
        mends: [instead === null ? '查明现行依据后改引' : `改引${instead}`],
        id: `basis-outdated:${text}`,
        verdict: `${rowName(first.row)}的检查依据${kind === 'repealed' ? '已废止' : '不是现行版本'}`,
        detail: '依据在抽查事项清单中改，改后再核对计划。',
        evidence: [
          ...places.map(({ row, item }) => ({
            place: rowName(row),
            text: `「${item}」的检查依据${text}`,
            quoted: false,
          })),
          { place: '法律依据库', text: detail, quoted: false },
        ],
        rows: [...new Set(places.map(({ row }) => row.id))],
        tag: '依据不是现行',
      }),
    ];
  });
}
