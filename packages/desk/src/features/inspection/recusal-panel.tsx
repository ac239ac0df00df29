import { drawRoutes, type InspectionView, recusalReasonTitles } from '@mingchou/contract';
import { useState } from 'react';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { Term } from '../../app/term.tsx';
import { Button, Dialog, formatMoment, Panel, StateText } from '../../design/index.ts';
import { CommandForm, LongTextField, RadioField } from '../../form/index.ts';

const own = Object.entries(recusalReasonTitles)
  .filter(([code]) => code !== 'off-duty' && code !== 'certificate')
  .map(([value, label]) => ({ value, label }));

/** 回避 for the inspector himself: asked for here until the visit begins, with what became of it. */
export function RecusalPanel({ view, seat }: { readonly view: InspectionView; readonly seat: number }) {
  const { year } = useDesk();
  const [asking, setAsking] = useState(false);
  const shown = useQueryRoute(drawRoutes.showAmendments, { drawId: view.origin.drawId });
  const visit = shown.data?.visits.find(({ objects }) => objects.some(({ inspectionId }) => inspectionId === view.id));
  if (shown.data === undefined || visit === undefined) return null;
  const mine = shown.data.requests.findLast(
    (one) => one.kind === 'recusal' && one.visit === visit.visit && one.seat === seat,
  );
  const fixed = { drawId: shown.data.drawId, version: shown.data.version, visit: visit.visit, seat, origin: 'self' };
  const close = () => setAsking(false);
  return (
    <Panel title="回避" padded>
      {mine?.decided === null ? (
        <p>
          <StateText kind="waiting">
            {formatMoment(mine.applicant.at, year)}已申请回避，待
            <Term of="deputyDirector" />
            决定
          </StateText>
        </p>
      ) : (
        <>
          {mine?.decided?.approved === false && (
            <p>
              <StateText kind="returned">不予批准：{mine.decided.text}</StateText>
            </p>
          )}
          <p>与这一户有近亲属、任职、持股等利害关系的，应当在检查开始前申请回避。批准后由签序下一位接替。</p>
          <p className="button-row">
            <Button onPress={() => setAsking(true)}>申请回避</Button>
          </p>
        </>
      )}
      <Dialog open={asking} title="申请回避？" onClose={close} width={560}>
        <CommandForm
          route={drawRoutes.requestRecusal}
          fixed={fixed}
          initial={{ reason: '', text: '' }}
          names={{ reason: '理由', text: '写明情况' }}
          verb="申请回避"
          onDone={close}
          aside={<Button onPress={close}>不申请</Button>}
        >
          <RadioField name="reason" label="理由" options={own} />
          <LongTextField
            name="text"
            label="写明情况"
            hint="给决定的领导看；公开的只有理由的类别，不公开人名。"
            maxLength={500}
          />
        </CommandForm>
      </Dialog>
    </Panel>
  );
}
