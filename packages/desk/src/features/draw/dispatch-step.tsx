import { type DrawView, drawRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { Button } from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';

/** After gate 7: the task goes to its teams. */
export function DispatchStep({ draw }: { readonly draw: DrawView }) {
  const [asking, setAsking] = useState(false);
  const visits = draw.teams.length;
  return (
    <>
      <Button look="main" onPress={() => setAsking(true)}>
        派发{visits}户
      </Button>
      <IrreversibleDialog
        open={asking}
        question={`派发${visits}户？`}
        verb={`派发${visits}户`}
        decline="暂不派发"
        route={drawRoutes.dispatchTask}
        input={{ drawId: draw.id, version: draw.version }}
        fixes={[
          '派发前再核一遍：企业在业、人员在岗、证件有效、没有新的利害关系',
          `生成${visits}户检查，交给各检查组`,
          '派发后不能作废抽签，变动办理回避或递补',
        ]}
        seenBy={
          draw.sealing === null
            ? ['检查组成员', '门户上的任何人：派发时间和办理进度']
            : ['检查组成员：只看自己的检查', '门户上什么也没有，开封后才公开']
        }
        onDone={() => setAsking(false)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
