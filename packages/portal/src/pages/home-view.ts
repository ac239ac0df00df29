import type { PortalDraw, PortalItemList, PortalPlan, PortalResult } from '@mingchou/contract';
import type { Progress } from '../words/progress.ts';

/** What the portal's front page shows. */
export interface HomeView {
  readonly plan: PortalPlan | null;
  readonly draws: readonly PortalDraw[];
  readonly progress: readonly Progress[];
  /** Latest first. */
  readonly results: readonly PortalResult[];
  readonly items: PortalItemList | null;
}
