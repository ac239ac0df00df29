import { planRoutes } from '@mingchou/contract';
import { Button, Dialog } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField, RadioField, TextField, useField } from '../../form/index.ts';
import { ScanField } from './scan-field.tsx';
import type { ShownPlan } from './shown-plan.ts';

export type ChainStep = 'send' | 'answer' | 'number' | 'file' | 'receipt';

interface ChainDialogProps {
  readonly shown: ShownPlan;
  readonly step: ChainStep;
  readonly today: string;
  readonly onClose: () => void;
}

/** The steps outside the bureau are entered here as they happened: each with its own date and paper. */
export function ChainDialog(props: ChainDialogProps) {
  switch (props.step) {
    case 'send':
      return <SendDialog {...props} />;
    case 'answer':
      return <AnswerDialog {...props} />;
    case 'number':
      return <NumberDialog {...props} />;
    case 'file':
      return <FileDialog {...props} />;
    case 'receipt':
      return <ReceiptDialog {...props} />;
  }
}

function targetOf({ plan }: ShownPlan) {
  return { planId: plan.id, version: plan.version };
}

function SendDialog({ shown, today, onClose }: ChainDialogProps) {
  return (
    <Dialog open title="登记报同级政府批准？" width={560} onClose={onClose}>
      <CommandForm
        route={planRoutes.sendPlanToGovernment}
        fixed={targetOf(shown)}
        initial={{ to: '', sentOn: today }}
        names={{ to: '报送机关', sentOn: '报送日期' }}
        verb="登记报送"
        onDone={onClose}
        aside={<Button onPress={onClose}>暂不登记</Button>}
      >
        <TextField name="to" label="报送机关" hint="如鞍山市立山区人民政府。" />
        <DateField name="sentOn" label="报送日期" hint="请示送出的那一天。" />
      </CommandForm>
    </Dialog>
  );
}

function AnswerDialog({ shown, today, onClose }: ChainDialogProps) {
  return (
    <Dialog open title={`登记${shown.approval.government?.sent?.to ?? '政府'}的批复？`} width={560} onClose={onClose}>
      <CommandForm
        route={planRoutes.recordGovernmentAnswer}
        fixed={targetOf(shown)}
        initial={{ outcome: 'approved', answeredOn: today, documentNo: '', opinion: '', file: null }}
        toInput={(values) => ({ ...values })}
        names={{
          outcome: '结果',
          answeredOn: '批复日期',
          documentNo: '批复文号',
          opinion: '批复意见',
          file: '批复文件',
        }}
        verb="登记批复"
        onDone={onClose}
        aside={<Button onPress={onClose}>暂不登记</Button>}
      >
        <RadioField
          name="outcome"
          label="结果"
          options={[
            { value: 'approved', label: '批准' },
            { value: 'returned', label: '退回' },
          ]}
        />
        <DateField name="answeredOn" label="批复日期" />
        <AnswerFields />
        <ScanField name="file" label="批复文件" />
      </CommandForm>
    </Dialog>
  );
}

function AnswerFields() {
  const returned = useField('outcome').value === 'returned';
  return (
    <>
      {!returned && <TextField name="documentNo" label="批复文号" />}
      <LongTextField
        name="opinion"
        label={returned ? '退回意见' : '批复意见'}
        optional={!returned}
        {...(returned ? { hint: '计划回到草稿，稿次加一。' } : {})}
      />
    </>
  );
}

function NumberDialog({ shown, today, onClose }: ChainDialogProps) {
  return (
    <Dialog open title="给计划编文号？" width={560} onClose={onClose}>
      <CommandForm
        route={planRoutes.numberPlan}
        fixed={targetOf(shown)}
        initial={{ documentNo: '', issuedOn: today }}
        names={{ documentNo: '文号', issuedOn: '印发日期' }}
        verb="编文号"
        onDone={onClose}
        aside={<Button onPress={onClose}>暂不编号</Button>}
      >
        <TextField name="documentNo" label="文号" hint="如长子应急发〔2022〕23号。编好后不再改。" />
        <DateField name="issuedOn" label="印发日期" hint="批准那一天或以后。" />
      </CommandForm>
    </Dialog>
  );
}

function FileDialog({ shown, today, onClose }: ChainDialogProps) {
  return (
    <Dialog open title={`登记报${shown.approval.filing?.with ?? '上级'}备案？`} width={560} onClose={onClose}>
      <CommandForm
        route={planRoutes.filePlan}
        fixed={targetOf(shown)}
        initial={{ sentOn: today }}
        names={{ sentOn: '报备日期' }}
        verb="登记报备"
        onDone={onClose}
        aside={<Button onPress={onClose}>暂不登记</Button>}
      >
        <DateField name="sentOn" label="报备日期" hint="备案材料送出的那一天。" />
      </CommandForm>
    </Dialog>
  );
}

function ReceiptDialog({ shown, today, onClose }: ChainDialogProps) {
  return (
    <Dialog open title="登记备案回执？" width={560} onClose={onClose}>
      <CommandForm
        route={planRoutes.recordFilingReceipt}
        fixed={targetOf(shown)}
        initial={{ receivedOn: today, receiptNo: '', file: null }}
        toInput={(values) => ({ ...values })}
        names={{ receivedOn: '回执日期', receiptNo: '回执编号', file: '备案回执' }}
        verb="登记回执"
        onDone={onClose}
        aside={<Button onPress={onClose}>暂不登记</Button>}
      >
        <DateField name="receivedOn" label="回执日期" />
        <TextField name="receiptNo" label="回执编号" />
        <ScanField name="file" label="备案回执" />
      </CommandForm>
    </Dialog>
  );
}
