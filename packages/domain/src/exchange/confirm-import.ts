import { ok, refuse, type Result } from '../result.ts';
import type { Instant } from '../time.ts';

/** 全部无误才导入, or 跳过错误行. */
export const importModes = ['all-or-nothing', 'skip-wrong'] as const;
export type ImportMode = (typeof importModes)[number];

/** 试读, stored: what was found in one file against one state of the registry. */
export interface DryRun {
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number; readonly wrong: number };
  /** A mark of the registry as it stood; any change to it gives another mark. */
  readonly registryMark: string;
  readonly importedAt: Instant | null;
}

export type ConfirmImportRefusal =
  | { readonly code: 'already-imported'; readonly at: Instant }
  | { readonly code: 'dry-run-stale' }
  | { readonly code: 'rows-wrong'; readonly wrong: number }
  | { readonly code: 'nothing-to-import' };

export interface RegistryImported {
  readonly type: 'registry-imported';
  readonly new: number;
  readonly changed: number;
  readonly skipped: number;
}

/** What was read is imported only into the registry it was read against: between 试读 and 导入 nobody may have changed it. */
export function confirmImport(
  dryRun: DryRun,
  mode: ImportMode,
  registryMark: string,
  countsNow: DryRun['counts'] = dryRun.counts,
): Result<RegistryImported, ConfirmImportRefusal> {
  const { counts } = dryRun;
  if (dryRun.importedAt !== null) return refuse({ code: 'already-imported', at: dryRun.importedAt });
  if (mode === 'all-or-nothing' && counts.wrong > 0) return refuse({ code: 'rows-wrong', wrong: counts.wrong });
  if (counts.new + counts.changed === 0) return refuse({ code: 'nothing-to-import' });
  // The counts also change when only the policy's sectors or the bureau's sections did.
  const sameCounts = (['new', 'changed', 'same', 'wrong'] as const).every((key) => counts[key] === countsNow[key]);
  if (dryRun.registryMark !== registryMark || !sameCounts) return refuse({ code: 'dry-run-stale' });
  return ok({ type: 'registry-imported', new: counts.new, changed: counts.changed, skipped: counts.wrong });
}
