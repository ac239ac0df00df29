import type { PortalDraw, PortalExternal, PortalItemList, PortalPlan, PortalResult } from '@mingchou/contract';
import type { Progress } from '../words/progress.ts';

/** What the portal's front page shows. */
export interface HomeView {
  readonly plan: PortalPlan | null;
  readonly draws: readonly PortalDraw[];
  /** Draws of other platforms; left out: none. */
  readonly externals?: readonly PortalExternal[];
  readonly progress: readonly Progress[];
  /** Latest first. */
  readonly results: readonly PortalResult[];
  readonly items: PortalItemList | null;
}
