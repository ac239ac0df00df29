import { type InspectionView, inspectionRoutes } from '@mingchou/contract';
import { Button } from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';

/** 退回补正 with the reason the inspectors need. */
export function ReturnForm({ view, onKeep }: { readonly view: InspectionView; readonly onKeep: () => void }) {
  return (
    <CommandForm
      route={inspectionRoutes.returnOutcome}
      fixed={{ inspectionId: view.id, version: view.version }}
      initial={{ reason: '' }}
      names={{ reason: '退回的理由' }}
      verb="退回补正"
      onDone={onKeep}
      aside={<Button onPress={onKeep}>不退回</Button>}
    >
      <LongTextField name="reason" label="退回的理由" rows={3} maxLength={500} hint="写明缺什么、改什么；不对外公开" />
    </CommandForm>
  );
}
