import { selectionTerms } from '@mingchou/domain';
import { Fragment } from 'react';
import { useAddress } from '../../address/address.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Empty, FindingTag, Icon, Link, MonthBar, Panel } from '../../design/index.ts';
import './plan-table.css';
import { RowFormula } from './row-formula.tsx';
import { formulaOfRow, type ShownPlan, type ShownRow, shortName } from './shown-plan.ts';

const monthOf = (date: string): number => Number(date.slice(5, 7));

/** The months of a window that had passed when the plan was issued. */
function earlyMonths(row: ShownRow, issuedOn: string | null): number[] {
  if (issuedOn === null || row.window.from.slice(0, 7) >= issuedOn.slice(0, 7)) return [];
  const first = monthOf(row.window.from);
  return Array.from({ length: Math.max(0, monthOf(issuedOn) - first) }, (_, place) => first + place);
}

/** 计划表: each row with its base, ratio and number; the calculation opens under the row. */
export function PlanTable({ shown, marked }: { readonly shown: ShownPlan; readonly marked: readonly string[] }) {
  const { search, setSearch } = useAddress();
  const may = useMay();
  const { plan } = shown;
  const editable = plan.status === 'draft' && may('update-plan-row');
  const atFirst = plan.rows.find((row) => formulaOfRow(shown, row).needsRounding)?.id ?? '';
  const open = search['row'] ?? atFirst;
  return (
    <Panel
      title="计划表"
      sub={<TableNote shown={shown} />}
      right={
        editable && (
          <Link to={`/plan/${plan.id}/row/new`} button="small">
            <Icon name="plus" /> 增加任务
          </Link>
        )
      }
    >
      {plan.rows.length === 0 ? (
        <Empty>计划表还没有任务。每项任务写明事项、对象范围、比例和时间，家数由底数算出。</Empty>
      ) : (
        <table className="plain-table plan-table">
          <thead>
            <tr>
              <th aria-label="序号" />
              <th>抽查任务与事项</th>
              <th>类型</th>
              <th>对象范围</th>
              <th className="number">比例</th>
              <th className="number">抽取家数</th>
              <th>抽查时间</th>
            </tr>
          </thead>
          <tbody>
            {plan.rows.map((row) => (
              <Fragment key={row.id}>
                <TableRow
                  shown={shown}
                  row={row}
                  look={row.id === open ? 'open' : marked.includes(row.id) ? 'marked' : ''}
                  onOpen={() => setSearch({ row: row.id === open ? 'none' : row.id })}
                />
                {row.id === open && (
                  <tr className="unfolded">
                    <td />
                    <td colSpan={6}>
                      <RowFormula shown={shown} row={row} editable={editable} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
            <SumRow shown={shown} />
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** What paper it becomes; a column that holds one value throughout folds into the sub-title. */
function TableNote({ shown }: { readonly shown: ShownPlan }) {
  const { session } = useDesk();
  const [first, ...more] = shown.sheets.map(({ columns }) => `${columns.length}列`);
  const paper = more.length === 0 ? `打印时按文件的${first}` : `打印时按文件的${more.length + 1}张表`;
  const initiators = [...new Set(shown.plan.rows.map((row) => row.initiator))];
  if (initiators.length !== 1) return <>{paper}</>;
  const whose = initiators[0] === session.bureau.name ? '本局' : initiators[0];
  return (
    <>
      {paper}；发起部门均为{whose}，此处收起
    </>
  );
}

function TableRow({
  shown,
  row,
  look,
  onOpen,
}: {
  readonly shown: ShownPlan;
  readonly row: ShownRow;
  readonly look: string;
  readonly onOpen: () => void;
}) {
  const formula = formulaOfRow(shown, row);
  const findings = shown.check.open.filter((finding) => finding.tag !== null && finding.rows.includes(row.id));
  return (
    <tr className={look} id={`row-${row.id}`}>
      <td className="place">{row.no}</td>
      <td>
        <button type="button" className="name" aria-expanded={look === 'open'} onClick={onOpen}>
          {shortName(row.name)}
        </button>
        {row.items.map((item) => (
          <div key={item.title} className="second">
            {item.title}
          </div>
        ))}
        {row.partners.length > 0 && <div className="second">配合：{row.partners.join('、')}</div>}
        {findings.map((finding) => (
          <FindingTag key={finding.id} level={finding.severity}>
            {finding.tag}
          </FindingTag>
        ))}
      </td>
      <td className="nw">{selectionTerms[row.selection]}</td>
      <td>
        {row.scope}
        <div className="second">底数{formula.base}家</div>
      </td>
      <td className="number">{formula.phrase}</td>
      <td className="number">
        <div className="count">{formula.count}</div>
        <div className="second calculation">{formula.calculation}</div>
        {row.rounds > 1 && <div className="second">每年{row.rounds}轮</div>}
      </td>
      <td>
        <div className="nw">{formula.windowText}</div>
        <MonthBar
          from={monthOf(row.window.from)}
          to={monthOf(row.window.to)}
          warned={earlyMonths(row, shown.plan.issuedOn)}
        />
      </td>
    </tr>
  );
}

function SumRow({ shown }: { readonly shown: ShownPlan }) {
  const { rowBase, count, halfUp, visits } = shown.totals;
  return (
    <tr className="sum">
      <td />
      <td>合计</td>
      <td />
      <td>底数{rowBase}家</td>
      <td />
      <td className="number">{count}</td>
      <td className="aside second">
        {visits !== count && <div>全年{visits}家次</div>}
        {halfUp !== count && <div className="nw">按四舍五入为{halfUp}家</div>}
      </td>
    </tr>
  );
}
