import { type DesignBasisView, type DrawView, drawRoutes } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { useState } from 'react';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Link, PageHead, Waiting } from '../../design/index.ts';
import { CommandForm } from '../../form/index.ts';
import { type DesignForm, designFormOf, typedDesign } from './design-form.ts';
import { DesignColumns, DesignParts } from './design-parts.tsx';
import { useTypedPreview } from './use-preview.ts';
import { titleOf } from './words.ts';

/** 改设计 while the roster is not frozen; numbers, witnesses and the opening stay as they are. */
export function RedesignPage() {
  const { drawId = '' } = usePathParams();
  const draw = useQueryRoute(drawRoutes.showDraw, { drawId: drawId as DrawId });
  if (draw.data === undefined) return <Waiting on={draw} />;
  return <Loaded draw={draw.data} />;
}

function Loaded({ draw }: { readonly draw: DrawView }) {
  const basis = useQueryRoute(drawRoutes.showDesign, { taskId: draw.taskId });
  return basis.data === undefined ? <Waiting on={basis} /> : <Redesigner draw={draw} basis={basis.data} />;
}

function Redesigner({ draw, basis }: { readonly draw: DrawView; readonly basis: DesignBasisView }) {
  const go = useGo();
  const start = basis.current ?? basis.plain;
  const [initial] = useState(() => ({
    design: designFormOf(start, basis),
    overrideReason: draw.override?.reason ?? '',
  }));
  const shown = useTypedPreview(basis.taskId, start);
  return (
    <>
      <PageHead title={`改设计　${titleOf(draw)}`} meta={`计划任务${basis.rowNo}，${basis.sum}`} />
      <DesignColumns basis={basis} shown={shown}>
        <CommandForm
          route={drawRoutes.redesignDraw}
          fixed={{ drawId: draw.id, version: draw.version }}
          initial={initial}
          draft={`redesign-draw:${draw.id}`}
          names={{ design: '抽签设计', overrideReason: '与计划或规则不同的理由' }}
          toInput={(values) => {
            const reason = typeof values['overrideReason'] === 'string' ? values['overrideReason'].trim() : '';
            const design = typedDesign(values['design'] as DesignForm) ?? null;
            return { design, overrideReason: reason === '' ? null : reason };
          }}
          verb="保存设计"
          onDone={({ drawId }) => go(`/draw/${drawId}`)}
          aside={<Link to={`/draw/${draw.id}`}>不改，返回抽签</Link>}
        >
          <DesignParts basis={basis} shown={shown} onTyped={shown.onTyped} />
        </CommandForm>
      </DesignColumns>
    </>
  );
}
