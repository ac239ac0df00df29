import { type AmendmentsView, drawRoutes } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import type { ReactNode } from 'react';
import { useAddress } from '../../../address/address.ts';
import { useQueryRoute } from '../../../api/index.ts';
import { useDesk } from '../../../app/session.ts';
import { Empty, Link, PageHead, Panel, Stack, Waiting } from '../../../design/index.ts';

/** A page about one drawn draw, chosen in the address; the latest when none is. */
export function ChosenDraw({
  title,
  children,
}: {
  readonly title: string;
  readonly children: (view: AmendmentsView, me: Me) => ReactNode;
}) {
  const { search, setSearch } = useAddress();
  const listed = useQueryRoute(drawRoutes.listDraws, { size: 200, sort: 'drawNo', order: 'desc' });
  const drawn = (listed.data?.rows ?? []).filter(({ status }) => status === 'drawn' || status === 'dispatched');
  const chosen = search['draw'] ?? drawn[0]?.id;
  if (listed.data === undefined) {
    return (
      <>
        <PageHead title={title} />
        <Waiting on={listed} />
      </>
    );
  }
  return (
    <>
      <PageHead
        title={title}
        actions={
          drawn.length > 1 && (
            <label className="chosen-draw">
              抽签{' '}
              <select value={chosen} onChange={(event) => setSearch({ draw: event.target.value })}>
                {drawn.map((row) => (
                  <option key={row.id} value={row.id}>
                    第{row.drawNo}号 {row.objects}
                  </option>
                ))}
              </select>
            </label>
          )
        }
      />
      {chosen === undefined ? (
        <Stack>
          <Panel label={title} padded>
            <Empty action={<Link to="/draw">看全部抽签</Link>}>
              还没有开签的抽签。开签之后，检查组和候补显示在这里。
            </Empty>
          </Panel>
        </Stack>
      ) : (
        <Shown drawId={chosen as DrawId}>{children}</Shown>
      )}
    </>
  );
}

/** What the person signed in may do here. */
export interface Me {
  readonly decides: boolean;
  readonly operates: boolean;
  readonly inspectorId: string | null;
  readonly personId: string;
}

function Shown({
  drawId,
  children,
}: {
  readonly drawId: DrawId;
  readonly children: (view: AmendmentsView, me: Me) => ReactNode;
}) {
  const { person } = useDesk().session;
  const asked = useQueryRoute(drawRoutes.showAmendments, { drawId });
  if (asked.data === undefined) return <Waiting on={asked} lines={10} />;
  const roles: readonly string[] = person.roles;
  const me = {
    decides: roles.includes('deputyDirector'),
    operates: roles.includes(asked.data.operatorRole),
    inspectorId: person.inspectorId,
    personId: person.id,
  };
  return <Stack>{children(asked.data, me)}</Stack>;
}
