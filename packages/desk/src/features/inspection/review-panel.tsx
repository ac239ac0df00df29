import { type InspectionView, inspectionRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { Button, Panel, StateText } from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';
import { ReturnForm } from './return-form.tsx';

const kindWords: Readonly<Record<string, string>> = {
  'identity-number': '身份证号',
  mobile: '手机号',
  landline: '电话号',
  'bank-card': '银行账号',
  'e-mail': '邮箱',
};

/** 法制审核 with 脱敏检查: the words fixed here are exactly what the public will read. */
export function ReviewPanel({ view }: { readonly view: InspectionView }) {
  const [returning, setReturning] = useState(false);
  const found = view.redaction?.found ?? [];
  const finding = view.outcome?.category.finding === true;
  return (
    <Panel title="法制审核与脱敏检查" sub="审核通过后进入待公示" padded>
      {found.length > 0 && (
        <p>
          <StateText kind="soon" strong>
            原文里有{found.length}处个人信息，公开文字已先行遮盖：
          </StateText>
          {found.map((one) => `${kindWords[one.kind] ?? one.kind} ${one.text}`).join('、')}
        </p>
      )}
      {returning ? (
        <ReturnForm view={view} onKeep={() => setReturning(false)} />
      ) : (
        <CommandForm
          route={inspectionRoutes.reviewOutcome}
          fixed={{ inspectionId: view.id, version: view.version }}
          initial={{ publicFindings: view.redaction?.suggestion ?? '' }}
          toInput={({ publicFindings = '' }) => ({ publicFindings })}
          names={{ publicFindings: '公开的文字' }}
          verb="通过审核"
          onDone={() => undefined}
          aside={<Button onPress={() => setReturning(true)}>退回补正</Button>}
        >
          {finding ? (
            <LongTextField
              name="publicFindings"
              label="公开的文字（发现的问题）"
              rows={5}
              maxLength={4000}
              hint="门户上逐字照此显示；个人姓名、电话、证件号和商业秘密不公开"
            />
          ) : (
            <p>结果是「{view.outcome?.category.label}」，除结果分类外没有文字公开。</p>
          )}
        </CommandForm>
      )}
    </Panel>
  );
}
