import { type AmendmentsView, registryRoutes, type SeatView } from '@mingchou/contract';
import { useState } from 'react';
import { useQueryRoute } from '../../../api/index.ts';
import { Button, formatDate, formatMoment, Link, Panel, StateText } from '../../../design/index.ts';
import './amendments.css';
import { ChosenDraw, type Me } from './chosen-draw.tsx';
import { RecusalDialog } from './recusal-dialog.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { SeatDialog } from './seat-dialog.tsx';

/** 组队与回避: may these people go? */
export function TeamsPage() {
  return (
    <ChosenDraw title="组队与回避">
      {(view, me) => (
        <>
          <RequestsPanel view={view} me={me} kind="recusal" />
          <Teams view={view} me={me} />
        </>
      )}
    </ChosenDraw>
  );
}

type Visit = AmendmentsView['visits'][number];
type Asked = {
  readonly kind: 'recusal' | 'decision';
  readonly visit: string;
  readonly seat: number;
  readonly name: string;
};

function Teams({ view, me }: { readonly view: AmendmentsView; readonly me: Me }) {
  const [asked, setAsked] = useState<Asked>();
  const sectors = useSectorNames();
  const close = () => setAsked(undefined);
  const amendable = view.status === 'drawn' || view.status === 'dispatched';
  return (
    <Panel
      title="检查组"
      sub={`第${view.drawNo}号抽签，${view.visits.length}组，检查最晚${formatDate(view.until)}完成`}
    >
      <table className="plain-table teams">
        <thead>
          <tr>
            <th scope="col">检查</th>
            <th scope="col">席位</th>
            <th scope="col">人员</th>
            <th scope="col">为什么能去</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {view.visits.flatMap((visit) =>
            visit.seats.map((seat, index) => (
              <tr key={`${visit.visit} ${seat.seat}`}>
                {index === 0 && (
                  <td rowSpan={visit.seats.length}>
                    <Objects visit={visit} year={view.year} />
                  </td>
                )}
                <td>
                  {seat.seat}
                  {seat.needs.length > 0 && (
                    <span className="second">（{seat.needs.map(sectors).join('、')}资格）</span>
                  )}
                </td>
                <td>{nameOf(seat)}</td>
                <td className="second">{whyOf(seat, sectors)}</td>
                <td>
                  {amendable && visit.begun === null && (
                    <SeatVerb {...{ visit, seat, me, view }} onAsk={(kind) => setAsked({ kind, ...at(visit, seat) })} />
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {asked?.kind === 'recusal' && <RecusalDialog view={view} {...asked} onClose={close} />}
      {asked?.kind === 'decision' && <SeatDialog view={view} {...asked} onClose={close} />}
    </Panel>
  );
}

function at(visit: Visit, seat: SeatView) {
  return { visit: visit.visit, seat: seat.seat, name: seat.holder?.name ?? '' };
}

function Objects({ visit, year }: { readonly visit: Visit; readonly year: number }) {
  return (
    <>
      {visit.objects.map(({ code, name, inspectionId }) => (
        <p key={code}>
          {inspectionId === null ? <b>{name}</b> : <Link to={`/inspection/${inspectionId}`}>{name}</Link>}
        </p>
      ))}
      {visit.objects.length === 0 && <StateText kind="withdrawn">没有候补可用，不再检查</StateText>}
      {visit.begun !== null && <p className="second">{formatMoment(visit.begun.at, year)}已开始，不再换人</p>}
    </>
  );
}

function nameOf({ holder, appointed }: SeatView) {
  if (holder === null) return <StateText kind="late">空缺</StateText>;
  return (
    <>
      <b>{holder.name}</b>
      {appointed && <span className="second">　领导指定，不是抽出的</span>}
    </>
  );
}

/** 证件有效，资格相符，无利害关系，负担2/4: each from the frozen roster and the lots. */
function whyOf(
  { holder, needs, qualifications, certificateUntil, load, cap, appointed }: SeatView,
  sectors: (code: string) => string,
) {
  if (holder === null) return '签序中没有人能接替，由领导决定';
  if (appointed) return '由领导决定';
  const fits = needs.length === 0 ? '本席位不限资格' : `资格相符（${qualifications.map(sectors).join('、')}）`;
  const until = certificateUntil === null ? '' : `执法证有效至${formatDate(certificateUntil)}，`;
  return `${until}${fits}，无利害关系，负担${load}/${cap}`;
}

function SeatVerb({
  visit,
  seat,
  me,
  view,
  onAsk,
}: {
  readonly visit: Visit;
  readonly seat: SeatView;
  readonly me: Me;
  readonly view: AmendmentsView;
  readonly onAsk: (kind: Asked['kind']) => void;
}) {
  const waiting = view.requests.some(
    (one) => one.kind === 'recusal' && one.decided === null && one.visit === visit.visit && one.seat === seat.seat,
  );
  if (waiting) return <StateText kind="waiting">待决定回避</StateText>;
  if (seat.holder === null || seat.appointed) {
    return me.decides ? (
      <Button
        look="small"
        label={`决定由谁去：${visit.objects[0]?.name ?? ''}席位${seat.seat}`}
        onPress={() => onAsk('decision')}
      >
        决定由谁去
      </Button>
    ) : (
      <StateText kind="waiting">待领导决定</StateText>
    );
  }
  return me.operates ? (
    <Button
      look="text"
      label={`申请回避：${seat.holder.name}，${visit.objects[0]?.name ?? ''}`}
      onPress={() => onAsk('recusal')}
    >
      申请回避
    </Button>
  ) : null;
}

function useSectorNames(): (code: string) => string {
  const choices = useQueryRoute(registryRoutes.listChoices, {});
  const names = new Map((choices.data?.sectors ?? []).map((sector) => [sector.code, sector.name]));
  return (code) => names.get(code) ?? code;
}
