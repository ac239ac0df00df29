import { type RoundRow, roundRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useDesk } from '../../app/session.ts';
import { Button, Empty, formatDate, formatMoment, Link, Panel, Particulars } from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';
import { QueryTable } from '../../table/index.ts';

/** One round: who opened and closed it, and the rows behind its number. */
export function RoundPane({
  round,
  scope,
  mayClose,
  onClose,
}: {
  readonly round: RoundRow;
  readonly scope: string;
  readonly mayClose: boolean;
  readonly onClose: () => void;
}) {
  const { year } = useDesk();
  const [asking, setAsking] = useState(false);
  const { opened, closed } = round;
  return (
    <Panel as="aside" title={round.name} sub={scope} onClose={onClose} padded>
      <Particulars
        rows={[
          ['开始', `${formatDate(round.startsOn)}，${opened.name}于${formatMoment(opened.at, year)}办理`],
          ['预计结束', formatDate(round.endsOn)],
          [
            '结束',
            closed === null
              ? '进行中'
              : `${formatDate(round.closedOn ?? round.endsOn)}，${closed.name}于${formatMoment(closed.at, year)}办理`,
          ],
          ['已抽', `${round.drawn}家，底数${round.base}家`],
        ]}
      />
      {closed === null && mayClose && (
        <p className="button-row">
          <Button look="small" onPress={() => setAsking(true)}>
            结束轮次
          </Button>
        </p>
      )}
      <QueryTable
        name="round-drawn"
        route={roundRoutes.listDrawnOfRound}
        filter={{ roundId: round.id }}
        defaults={{ size: 10 }}
        prefix="drawn"
        columns={[
          { key: 'name', title: '抽中的对象', render: (row) => row.name },
          {
            key: 'no',
            title: '哪次抽签',
            render: (row) => (
              <Link to={row.kind === 'external' ? `/draw/external/${row.drawId}` : `/draw/${row.drawId}`}>
                {row.kind === 'external' ? `外部第${row.no}号` : `第${row.no}号`}
              </Link>
            ),
          },
          { key: 'drawnOn', title: '日期', render: (row) => formatDate(row.drawnOn, year) },
        ]}
        rowKey={(row) => `${row.drawId} ${row.code}`}
        rowName={(row) => row.name}
        searchFor="企业名称、代码"
        empty={<Empty>这一轮还没有抽中的对象。</Empty>}
      />
      <IrreversibleDialog
        open={asking}
        question={`结束${round.name}？`}
        verb="结束轮次"
        decline="暂不结束"
        route={roundRoutes.closeRound}
        input={{ roundId: round.id, version: round.version }}
        fixes={[`已抽${round.drawn}家、底数${round.base}家，记入历史`, '这一轮抽过的对象，下一轮可以再抽']}
        seenBy={['本局人员']}
        onDone={() => {
          setAsking(false);
          onClose();
        }}
        onClose={() => setAsking(false)}
      />
    </Panel>
  );
}
