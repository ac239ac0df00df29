import { type AmendmentsView, drawRoutes } from '@mingchou/contract';
import { Button, Dialog } from '../../../design/index.ts';
import { CommandForm, LongTextField, SelectField } from '../../../form/index.ts';

const nobody = 'nobody';

/** 领导决定 on a seat nobody may take by lot. */
export function SeatDialog({
  view,
  visit,
  seat,
  onClose,
}: {
  readonly view: AmendmentsView;
  readonly visit: string;
  readonly seat: number;
  readonly onClose: () => void;
}) {
  const people = view.inspectors.map(({ inspectorId, name }) => ({ value: inspectorId as string, label: name }));
  return (
    <Dialog open title={`决定席位${seat}由谁去？`} onClose={onClose} width={560}>
      <p>签序中没有人能接替，由领导决定。记为决定，不是抽签，公开时也这样写。</p>
      <CommandForm
        route={drawRoutes.decideSeat}
        fixed={{ drawId: view.drawId, version: view.version, visit, seat }}
        initial={{ inspectorId: '', text: '' }}
        toInput={({ inspectorId, ...values }) => ({
          ...values,
          inspectorId: inspectorId === nobody ? null : inspectorId,
        })}
        names={{ inspectorId: '指定', text: '理由' }}
        verb="记下决定"
        onDone={onClose}
        aside={<Button onPress={onClose}>不决定</Button>}
      >
        <SelectField
          name="inspectorId"
          label="指定"
          options={[{ value: nobody, label: '不补人' }, ...people]}
          hint="不补人的，检查组不足2人不能开始检查。"
        />
        <LongTextField name="text" label="理由" maxLength={500} />
      </CommandForm>
    </Dialog>
  );
}
