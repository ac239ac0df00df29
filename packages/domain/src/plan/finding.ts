import type { PlanRowId } from '../id.ts';
import type { ConstraintRule } from './constraint.ts';
import type { RowContent } from './plan.ts';

/** One change that a mend makes. */
export type PlanChange =
  | { readonly kind: 'row'; readonly rowId: PlanRowId; readonly content: RowContent }
  | { readonly kind: 'constraint'; readonly key: string; readonly rule: ConstraintRule }
  | { readonly kind: 'drop-constraint'; readonly key: string };

/** A way out of a finding: changes, or keeping the thing for a reason that stands ready. */
export interface Remedy {
  readonly key: string;
  readonly text: string;
  readonly does:
    | { readonly kind: 'change'; readonly changes: readonly PlanChange[] }
    | { readonly kind: 'keep'; readonly reason: string };
}

/** 必须解决 · 请核对 · 用词. */
export type Severity = 'must' | 'check' | 'wording';

/** A contradiction or doubt that structured facts of the plan decide. */
export interface Finding {
  /** Rule and place, the same again after each check: `window-before-issue:<row>`. */
  readonly id: string;
  readonly severity: Severity;
  readonly verdict: string;
  readonly detail: string | null;
  readonly evidence: readonly { readonly place: string; readonly text: string; readonly quoted: boolean }[];
  readonly rows: readonly PlanRowId[];
  /** The short tag on the rows themselves. */
  readonly tag: string | null;
  /** Whether the remedies are equal choices of which one is taken, or buttons of their own. */
  readonly remediesAre: 'choices' | 'buttons';
  readonly remedies: readonly Remedy[];
  /** False below a floor of the law: it can only be mended. */
  readonly dismissible: boolean;
}

type Optional = 'detail' | 'evidence' | 'rows' | 'tag' | 'remediesAre' | 'remedies' | 'dismissible';

/** A finding with the parts that most do not have left empty. */
export function finding(parts: Omit<Finding, Optional> & Partial<Pick<Finding, Optional>>): Finding {
  return {
    detail: null,
    evidence: [],
    rows: [],
    tag: null,
    remediesAre: 'buttons',
    remedies: [],
    dismissible: parts.severity !== 'must',
    ...parts,
  };
}

/** Whether the plan cannot be submitted while the finding stands. */
export function blocks(found: Finding): boolean {
  return found.severity === 'must' || !found.dismissible;
}
