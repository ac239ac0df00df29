import type { PortalDraw, PortalResult } from '@mingchou/contract';
import type { Html } from '../html.ts';
import type { Progress } from '../words/progress.ts';

/** What the page of one draw shows. */
export interface DrawView {
  readonly draw: PortalDraw;
  readonly progress: readonly Progress[];
  readonly results: readonly PortalResult[];
  /** What the reader typed into 自查 without a script, and the answer computed from the bundle. */
  readonly asked: { readonly code: string; readonly answer: Html } | null;
  /** Verifier keys of the public log, by which the reader's browser checks the checkpoint's signature. */
  readonly logKeys: readonly string[];
  /** The single-file verifier stands beside the portal's script. */
  readonly offlinePage: boolean;
}
