import { type DrawView, drawRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { Button } from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';

/** Gate 1 */
export function FreezeStep({ draw }: { readonly draw: DrawView }) {
  const [asking, setAsking] = useState(false);
  const waiting = draw.override !== null && draw.override.approved === null;
  return (
    <>
      <Button look="main" reason={waiting ? '设计待{deputyDirector}批准' : undefined} onPress={() => setAsking(true)}>
        冻结名单
      </Button>
      <IrreversibleDialog
        open={asking}
        question={`冻结第${draw.drawNo}号抽签的名单？`}
        verb="冻结名单"
        decline="暂不冻结"
        route={drawRoutes.freezeRoster}
        input={{ drawId: draw.id, version: draw.version }}
        fixes={[
          `此刻底册中的${draw.scope}`,
          '自动排除的企业和理由，经批准恢复和另行排除的',
          '证件在检查期内有效的执法人员，和已登记的利害关系',
        ]}
        seenBy={['本局人员；公开承诺之后，名单和排除理由在门户公开']}
        onDone={() => setAsking(false)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
