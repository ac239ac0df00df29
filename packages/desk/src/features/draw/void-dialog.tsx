import { type DrawView, drawRoutes, voidReasonTitles } from '@mingchou/contract';
import { Button, Dialog } from '../../design/index.ts';
import { CommandForm, LongTextField, RadioField } from '../../form/index.ts';

/** The operator's application; the leader decides on his own device. */
export function VoidDialog({ draw, onClose }: { readonly draw: DrawView; readonly onClose: () => void }) {
  return (
    <Dialog open title={`申请作废第${draw.drawNo}号抽签？`} onClose={onClose} width={560}>
      <CommandForm
        route={drawRoutes.requestVoidDraw}
        fixed={{ drawId: draw.id, version: draw.version }}
        initial={{ reason: '', text: '' }}
        names={{ reason: '理由', text: '写明情况' }}
        verb="申请作废"
        onDone={onClose}
        aside={<Button onPress={onClose}>不申请</Button>}
      >
        <RadioField
          name="reason"
          label="理由"
          options={Object.entries(voidReasonTitles).map(([value, label]) => ({ value, label }))}
        />
        <LongTextField
          name="text"
          label="写明情况"
          hint="作废后公开，公众能看到。没有揭示的见证人要写明姓名。"
          maxLength={500}
        />
      </CommandForm>
    </Dialog>
  );
}
