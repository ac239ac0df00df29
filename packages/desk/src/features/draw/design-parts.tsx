import type { DesignBasisView, DrawDesignView } from '@mingchou/contract';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Column, Columns, Panel } from '../../design/index.ts';
import { useFormValues } from '../../form/index.ts';
import { TaskRulesPanel } from './task-rules-panel.tsx';
import { typedDesign } from './design-form.ts';
import './design.css';
import { FilterPart } from './filter-part.tsx';
import { OverrideField } from './override-field.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { StrataPart } from './strata-part.tsx';
import { useDesign } from './use-design.ts';
import type { usePreview } from './use-preview.ts';

/** The form at the left, the live preview at the right. */
export function DesignColumns({
  basis,
  shown,
  children,
}: {
  readonly basis: DesignBasisView;
  readonly shown: ReturnType<typeof usePreview>;
  readonly children: ReactNode;
}) {
  return (
    <Columns side={388} stays>
      <Column>
        <TaskRulesPanel taskId={basis.taskId} invites />
        <Panel label="抽签设计" padded>
          {children}
        </Panel>
      </Column>
      <Column>
        <PreviewPanel taskId={basis.taskId} {...shown} />
      </Column>
    </Columns>
  );
}

/** 抽取条件 and 分层 inside a form whose values hold `design`; tells the page what is typed. */
export function DesignParts({
  basis,
  shown,
  onTyped,
}: {
  readonly basis: DesignBasisView;
  readonly shown: ReturnType<typeof usePreview>;
  readonly onTyped: (design: DrawDesignView | undefined, overridden: boolean) => void;
}) {
  const { form } = useDesign();
  const reason = useFormValues()['overrideReason'];
  const overridden = typeof reason === 'string' && reason.trim() !== '';
  useEffect(() => onTyped(typedDesign(form), overridden), [form, overridden, onTyped]);
  return (
    <>
      <h3 className="design-part">抽取条件</h3>
      <SavedFilters basis={basis} />
      <FilterPart basis={basis} />
      <h3 className="design-part">分层与抽取数</h3>
      <StrataPart basis={basis} strata={shown.preview?.strata ?? []} />
      <OverrideField findings={shown.preview?.findings ?? []} />
    </>
  );
}
