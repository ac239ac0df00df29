import { planRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Column, Columns, History, Waiting } from '../../design/index.ts';
import { CapacityPanel } from './capacity-plot.tsx';
import { ChainPanel } from './chain-panel.tsx';
import { liveOf } from './live-plan.ts';
import { KeptFindings, PlanFindings } from './plan-findings.tsx';
import { MergePanel } from './merge-panel.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { PlanComparison } from './plan-comparison.tsx';
import { PlanHead } from './plan-head.tsx';
import { PlanMeters } from './plan-meters.tsx';
import './plan-page.css';
import { PlanPrint } from './plan-print.tsx';
import { PlanTable } from './plan-table.tsx';
import { VersionsPanel } from './versions-panel.tsx';

export function PlanPage() {
  const { planId = '' } = usePathParams();
  return <PlanView planId={planId} />;
}

/** One plan: Is it right, and what must still be settled? */
export function PlanView({ planId }: { readonly planId: string }) {
  const shown = useQueryRoute(planRoutes.showPlan, { planId });
  const [marked, setMarked] = useState<readonly string[]>([]);
  if (shown.data === undefined) return <Waiting on={shown} />;
  const { plan, history } = shown.data;
  const entries = history.map((entry, place) => ({
    key: `${history.length - place}`,
    at: entry.at,
    text: `${entry.by}${entry.what}`,
  }));
  return (
    <>
      <PlanHead shown={shown.data} />
      <PlanMeters meters={shown.data.meters} />
      <Columns side={388}>
        <Column>
          <PlanTable shown={shown.data} marked={marked} />
          <CapacityPanel loads={liveOf(shown.data).loads} inspectors={shown.data.inspectors} />
          <PlanComparison shown={shown.data} />
        </Column>
        <Column>
          <PlanFindings shown={shown.data} onLocate={setMarked} />
          <MergePanel shown={shown.data} />
          <KeptFindings shown={shown.data} />
          <VersionsPanel shown={shown.data} />
          <ChainPanel shown={shown.data} />
          <PaperPanel shown={shown.data} />
          <History entries={entries} pageYear={plan.year} />
        </Column>
      </Columns>
      <PlanPrint shown={shown.data} />
    </>
  );
}
