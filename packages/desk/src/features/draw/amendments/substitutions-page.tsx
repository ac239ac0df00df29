import type { AmendmentsView } from '@mingchou/contract';
import { useState } from 'react';
import { Button, formatMoment, Link, Panel, StateText } from '../../../design/index.ts';
import './amendments.css';
import { ChosenDraw, type Me } from './chosen-draw.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { SubstitutionDialog } from './substitution-dialog.tsx';

/** 递补: who stands in for an object that cannot be inspected; the next reserve, nobody chooses. */
export function SubstitutionsPage() {
  return (
    <ChosenDraw title="递补">
      {(view, me) => (
        <>
          <RequestsPanel view={view} me={me} kind="substitution" />
          <Objects view={view} me={me} />
          <Reserves view={view} />
        </>
      )}
    </ChosenDraw>
  );
}

function Objects({ view, me }: { readonly view: AmendmentsView; readonly me: Me }) {
  const [asked, setAsked] = useState<{ readonly code: string; readonly name: string }>();
  const rows = view.visits.flatMap((visit) => visit.objects.map((object) => ({ visit, object })));
  return (
    <Panel title="要检查的企业" sub={`第${view.drawNo}号抽签，${rows.length}家`}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">企业名称</th>
            <th scope="col">统一社会信用代码</th>
            <th scope="col">检查组</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ visit, object }) => (
            <tr key={object.code}>
              <td>
                {object.inspectionId === null ? (
                  <b>{object.name}</b>
                ) : (
                  <Link to={`/inspection/${object.inspectionId}`}>{object.name}</Link>
                )}
              </td>
              <td className="mono">{object.code}</td>
              <td>{visit.seats.map(({ holder }) => holder?.name ?? '空缺').join('、')}</td>
              <td>
                {visit.begun === null ? (
                  <Ask view={view} me={me} visit={visit} code={object.code} name={object.name} onAsk={setAsked} />
                ) : (
                  <span className="second">{formatMoment(visit.begun.at, view.year)}已开始</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked !== undefined && <SubstitutionDialog view={view} object={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
}

function Ask({
  view,
  me,
  visit,
  code,
  name,
  onAsk,
}: {
  readonly view: AmendmentsView;
  readonly me: Me;
  readonly visit: AmendmentsView['visits'][number];
  readonly code: string;
  readonly name: string;
  readonly onAsk: (object: { readonly code: string; readonly name: string }) => void;
}) {
  const waiting = view.requests.some(
    (one) => one.kind === 'substitution' && one.decided === null && one.object.code === code,
  );
  if (waiting) return <StateText kind="waiting">待决定递补</StateText>;
  const onTheTeam = visit.seats.some(({ holder }) => holder !== null && holder.inspectorId === me.inspectorId);
  const amendable = view.status === 'drawn' || view.status === 'dispatched';
  if (!amendable || !(me.operates || onTheTeam)) return null;
  return (
    <Button look="text" label={`申请递补${name}`} onPress={() => onAsk({ code, name })}>
      申请递补
    </Button>
  );
}

function Reserves({ view }: { readonly view: AmendmentsView }) {
  return (
    <Panel title="候补" sub="按签序，前面的先用；有份额要求的，取第一家不破坏份额的">
      {view.reserves.length === 0 ? (
        <p className="no-reserves">这次抽签没有候补。</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">次序</th>
              <th scope="col">企业名称</th>
              <th scope="col">统一社会信用代码</th>
              <th scope="col">现在</th>
            </tr>
          </thead>
          <tbody>
            {view.reserves.map(({ code, name, order, tookPlaceOf }) => (
              <tr key={code}>
                <td>候补{order}</td>
                <td>{name}</td>
                <td className="mono">{code}</td>
                <td>{tookPlaceOf === null ? '未启用' : `递补${tookPlaceOf}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
