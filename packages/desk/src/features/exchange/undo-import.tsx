import { type DryRunView, exchangeRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { Button, formatCount, RefusalNote } from '../../design/index.ts';

/** 撤销上次导入: says what will happen before it is pressed. */
export function UndoImport({ run }: { readonly run: DryRunView }) {
  const may = useMay();
  const undo = useCommand(exchangeRoutes.undoImport);
  const [asking, setAsking] = useState(false);
  if (!run.undoable || !may('undo-import')) return null;
  if (!asking) {
    return (
      <Button look="small" onPress={() => setAsking(true)}>
        撤销这次导入
      </Button>
    );
  }
  return (
    <>
      <p>
        撤销后，这次新增的移出名录，更新的恢复导入前的内容；导入和撤销都留在变动记录里。导入以后有改动的，不能撤销。
      </p>
      <div className="buttons">
        <Button look="main" busy={undo.pending} onPress={() => void undo.give({ dryRunId: run.id })}>
          {`撤销导入${formatCount(run.counts.new + run.counts.changed)}条`}
        </Button>
        <Button onPress={() => setAsking(false)}>不撤销</Button>
      </div>
      <RefusalNote refusal={undo.refusal} />
    </>
  );
}
