import { type InspectionView, inspectionRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { Button, Panel, RefusalNote } from '../../design/index.ts';
import { ReturnForm } from './return-form.tsx';

/** 确认结果, by the section's chief who was not there: confirm or give back with a reason. */
export function ConfirmPanel({ view }: { readonly view: InspectionView }) {
  const confirm = useCommand(inspectionRoutes.confirmOutcome);
  const [returning, setReturning] = useState(false);
  return (
    <Panel title="确认检查结果" sub="确认后转法制审核" padded>
      <RefusalNote refusal={confirm.refusal} />
      {returning ? (
        <ReturnForm view={view} onKeep={() => setReturning(false)} />
      ) : (
        <div className="form-actions">
          <Button
            look="main"
            busy={confirm.pending}
            onPress={() => void confirm.give({ inspectionId: view.id, version: view.version })}
          >
            确认结果
          </Button>
          <Button onPress={() => setReturning(true)}>退回补正</Button>
        </div>
      )}
    </Panel>
  );
}
