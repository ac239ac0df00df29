import { type AmendmentsView, drawRoutes, substitutionReasonTitles } from '@mingchou/contract';
import { useState } from 'react';
import { Button, Dialog } from '../../../design/index.ts';
import { CommandForm, Field, LongTextField, RadioField, useField } from '../../../form/index.ts';

/** 申请递补: which object, why, and the photograph or paper that shows it. */
export function SubstitutionDialog({
  view,
  object,
  onClose,
}: {
  readonly view: AmendmentsView;
  readonly object: { readonly code: string; readonly name: string };
  readonly onClose: () => void;
}) {
  return (
    <Dialog open title={`申请递补${object.name}？`} onClose={onClose} width={560}>
      <CommandForm
        route={drawRoutes.requestSubstitution}
        fixed={{ drawId: view.drawId, version: view.version, code: object.code }}
        initial={{ reason: '', text: '', evidence: '' }}
        names={{ reason: '理由', text: '写明情况', evidence: '证明材料' }}
        verb="申请递补"
        onDone={onClose}
        aside={<Button onPress={onClose}>不申请</Button>}
      >
        <RadioField
          name="reason"
          label="理由"
          options={Object.entries(substitutionReasonTitles).map(([value, label]) => ({ value, label }))}
        />
        <LongTextField name="text" label="写明情况" maxLength={500} />
        <EvidenceField />
      </CommandForm>
    </Dialog>
  );
}

const mostBytes = 3 * 1024 * 1024;

function EvidenceField() {
  const { id, set } = useField('evidence');
  const [problem, setProblem] = useState<string>();
  const take = async (file: File | undefined) => {
    const tooLarge = file !== undefined && file.size > mostBytes;
    setProblem(tooLarge ? '文件超过3 MB，请压缩后再传' : undefined);
    set(file === undefined || tooLarge ? '' : await evidenceOf(file));
  };
  return (
    <Field
      name="evidence"
      label="证明材料"
      hint="现场照片（JPG、PNG）或PDF，不超过3 MB。指纹进抽签后的变动记录，材料不公开。"
    >
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {problem !== undefined && <p role="alert">{problem}</p>}
    </Field>
  );
}

async function evidenceOf(file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { name: file.name, mediaType: file.type, base64: btoa(text) };
}
