import type { PlanRowId } from '../id.ts';
import type { ConstraintRule } from './constraint.ts';
import type { RowContent } from './plan.ts';
import type { Severity } from './rule-list.ts';
import { ruleOf } from './rule-list.ts';

export type { Severity } from './rule-list.ts';

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

/** A contradiction or doubt that structured facts of the plan decide. */
export interface Finding {
  /** Rule and place, the same again after each check: `window-before-issue:<row>`. */
  readonly id: string;
  /** The number of its class in `planRules`. */
  readonly rule: string;
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
  /** Ways out in words, where no button can take them. */
  readonly mends: readonly string[];
  /** False below a floor of the law: it can only be mended. */
  readonly dismissible: boolean;
}

type Optional =
  | 'severity'
  | 'mends'
  | 'detail'
  | 'evidence'
  | 'rows'
  | 'tag'
  | 'remediesAre'
  | 'remedies'
  | 'dismissible';

/** A finding with the parts that most do not have left empty; as serious as its class unless it says otherwise. */
export function finding(parts: Omit<Finding, Optional> & Partial<Pick<Finding, Optional>>): Finding {
  const severity = parts.severity ?? ruleOf(parts.rule).severity;
  return {
    severity,
    detail: null,
    evidence: [],
    rows: [],
    tag: null,
    remediesAre: 'buttons',
    remedies: [],
    mends: [],
    dismissible: severity !== 'must',
    ...parts,
  };
}

/** Whether the plan cannot be submitted while the finding stands. */
export function blocks(found: Finding): boolean {
  return found.severity === 'must' || !found.dismissible;
}

/** What a finding says, without the numbers of rows: with another row removed it says the same. */
export function sayingOf({ verdict, detail, evidence }: Finding): string {
  return [verdict, detail ?? '', ...evidence.map(({ text }) => text)].join('\n').replace(/任务\d+/g, '任务');
}
