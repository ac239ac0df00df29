import { type AmendmentsView, drawRoutes, recusalReasonTitles } from '@mingchou/contract';
import { Button, Dialog } from '../../../design/index.ts';
import { CommandForm, LongTextField, RadioField } from '../../../form/index.ts';

const origins = [
  { value: 'enterprise', label: '企业申请' },
  { value: 'office', label: '依职权提出' },
];

/** 申请回避 for a seat by the clerk: for the enterprise, or because the person can no longer go. */
export function RecusalDialog({
  view,
  visit,
  seat,
  name,
  onClose,
}: {
  readonly view: AmendmentsView;
  readonly visit: string;
  readonly seat: number;
  readonly name: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open title={`申请${name}回避？`} onClose={onClose} width={560}>
      <CommandForm
        route={drawRoutes.requestRecusal}
        fixed={{ drawId: view.drawId, version: view.version, visit, seat }}
        initial={{ origin: '', reason: '', text: '' }}
        names={{ origin: '谁提出', reason: '理由', text: '写明情况' }}
        verb="申请回避"
        onDone={onClose}
        aside={<Button onPress={onClose}>不申请</Button>}
      >
        <RadioField name="origin" label="谁提出" options={origins} />
        <RadioField
          name="reason"
          label="理由"
          options={Object.entries(recusalReasonTitles).map(([value, label]) => ({ value, label }))}
        />
        <LongTextField
          name="text"
          label="写明情况"
          hint="给决定的领导看；公开的只有理由的类别，不公开人名。"
          maxLength={500}
        />
      </CommandForm>
    </Dialog>
  );
}
