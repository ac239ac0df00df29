import { type DrawView, sqlTicketsWords } from '@mingchou/contract';
import { Hash, Panel, StateText } from '../../design/index.ts';
import { hasBatches, resultWords } from './strata.ts';

/** 抽中、候补和检查组, in ticket order; where all are inspected, the order of the visits. */
export function ResultPanel({
  draw,
  sectors,
}: {
  readonly draw: DrawView;
  readonly sectors: (code: string) => string;
}) {
  const { result } = draw;
  if (result === null || draw.sealing?.closed === true) return null;
  const teams = new Map(draw.teams.map((team) => [team.subjectCode, team]));
  const selected = draw.objectsDrawn.filter((object) => object.kind === 'selected');
  const reserves = draw.objectsDrawn.filter((object) => object.kind === 'reserve');
  const { title, verb } = resultWords(draw);
  const strata = new Map(draw.strata.map((stratum) => [stratum.code, stratum.name]));
  const batches = hasBatches(draw);
  const several = draw.strata.length > 1;
  return (
    <Panel title={title} sub={`${verb}${reserves.length === 0 ? '' : `，候补${reserves.length}家`}，签号从小到大`}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              序
            </th>
            <th scope="col">企业名称</th>
            <th scope="col">统一社会信用代码</th>
            {several && <th scope="col">层</th>}
            <th scope="col">类别</th>
            <th scope="col">签号</th>
            {batches && <th scope="col">批</th>}
            <th scope="col">检查组</th>
          </tr>
        </thead>
        <tbody>
          {selected.map((object) => (
            <tr key={object.code}>
              <td className="num">{object.order}</td>
              <td>
                <b>{object.name}</b>
              </td>
              <td className="mono">{object.code}</td>
              {several && <td>{strata.get(object.stratum) ?? object.stratum}</td>}
              <td>{sectors(object.sector)}</td>
              <td className="mono">
                <Ticket ticket={object.ticket} />
              </td>
              {batches && <td>{batchOf(teams.get(object.code))}</td>}
              <td>
                <TeamCell team={teams.get(object.code)} />
              </td>
            </tr>
          ))}
          {reserves.map((object) => (
            <tr key={object.code} className="sunken">
              <td className="num">候补{object.order}</td>
              <td>{object.name}</td>
              <td className="mono">{object.code}</td>
              {several && <td>{strata.get(object.stratum) ?? object.stratum}</td>}
              <td>{sectors(object.sector)}</td>
              <td className="mono">
                <Ticket ticket={object.ticket} />
              </td>
              {batches && <td>—</td>}
              <td>未启用</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="draw-note second">
        种子 <Hash value={result.seed} name="种子" size="small" />
      </p>
      <p className="draw-note second">
        数据库复算{' '}
        <StateText kind={result.sqlTickets === 'agreed' ? 'done' : 'none'}>
          {sqlTicketsWords(result.sqlTickets)}
        </StateText>
      </p>
    </Panel>
  );
}

function Ticket({ ticket }: { readonly ticket: string }) {
  return (
    <>
      <b>{ticket.slice(0, 4)}</b> {ticket.slice(4, 8)}…
    </>
  );
}

/** 第2批 of a visit named B-row-1-2; an object of its own has none. */
function batchOf(team: DrawView['teams'][number] | undefined): string {
  const number = /^B-.*-(\d+)$/.exec(team?.visit ?? '')?.[1];
  return number === undefined ? '—' : `第${number}批`;
}

function TeamCell({ team }: { readonly team: DrawView['teams'][number] | undefined }) {
  if (team === undefined) return null;
  return team.seats.map(({ seat, inspector }) => (
    <span key={seat} className="team-seat">
      {inspector === null ? <StateText kind="late">席位{seat}空缺</StateText> : inspector.name}
    </span>
  ));
}
