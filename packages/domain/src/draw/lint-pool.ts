import type { RulesFinding } from '@mingchou/verifier';
import { lintRules, sizeOf } from '@mingchou/verifier';
import { leastPool } from './checks.ts';
import type { PlacedEntry } from './exclusion.ts';
import type { DesignFinding } from './finding.ts';
import { departure, ownClause, planClause, protocolClause } from './finding.ts';
import { poolLines, rulesOf } from './rules.ts';
import type { DrawSetup } from './setup.ts';
import type { StratumFigures } from './stratum.ts';
import { sampleTotals, strataFigures } from './stratum.ts';

/** What the pool has against the rules: sizes, bounds, small strata, and the approved number. */
export function poolFindings(setup: DrawSetup, pool: readonly PlacedEntry[]): DesignFinding[] {
  if (pool.length === 0) return [{ code: 'pool-empty', level: 'must', clause: planClause(setup.planRowNo) }];
  const strata = strataFigures(setup, pool);
  return [
    ...lintRules(rulesOf(setup), poolLines(pool)).flatMap((finding) => protocolFinding(finding, setup)),
    ...strata.flatMap((one) => stratumFindings(one, setup)),
    ...planFindings(setup, strata, pool.length),
  ];
}

/** The verifier's own finding in the designer's words; what the design alone has wrong is reported there. */
function protocolFinding(finding: RulesFinding, setup: DrawSetup): DesignFinding[] {
  const clause = protocolClause(3);
  const level = 'must' as const;
  const name = (code: string) => setup.strata.find((stratum) => stratum.code === code)?.name ?? code;
  switch (finding.code) {
    case 'stratum-not-named':
      return [{ code: finding.code, stratum: name(finding.stratum), entries: finding.entries, level, clause }];
    case 'size-above-eligible': {
      const { size, eligible } = finding;
      const stratum = name(finding.stratum);
      return [{ code: 'size-above-pool', stratum, size, eligible, by: size - eligible, level, clause }];
    }
    case 'min-above-max':
      return [{ code: 'bound-crossed', min: finding.min, max: finding.max, level, clause }];
    case 'bounds-unreachable': {
      const { bound, wanted, reachable } = finding;
      return [{ code: 'bound-unreachable', bound, wanted, reachable, by: Math.abs(wanted - reachable), level, clause }];
    }
    case 'bounds-contradict':
      return [{ code: finding.code, by: finding.missing, level, clause }];
    default:
      return [];
  }
}

function stratumFindings(figures: StratumFigures, setup: DrawSetup): DesignFinding[] {
  const { code, pool, eligible, size, reserve, full } = figures;
  const stratum = setup.strata.find((one) => one.code === code)?.name ?? code;
  if (pool === 0) {
    return [{ code: 'stratum-empty', stratum, level: 'check', clause: planClause(setup.planRowNo) }];
  }
  if (size === 0 || full || size > eligible) return [];
  const found: DesignFinding[] = [];
  if (eligible < leastPool) {
    found.push({ code: 'small-stratum', stratum, eligible, least: leastPool, level: 'check', clause: ownClause });
  }
  const wanted = sizeOf(setup.reserve, size);
  if (reserve < wanted) {
    const clause = protocolClause(6);
    found.push({ code: 'reserve-scarce', stratum, wanted, found: reserve, level: 'check', clause });
  }
  return found;
}

/** The approved number governs: another total is a departure that someone has to allow (requirements §2). */
function planFindings(setup: DrawSetup, strata: readonly StratumFigures[], base: number): DesignFinding[] {
  const { approvedBase, approvedCount, planRowNo, override } = setup;
  const clause = planClause(planRowNo);
  const { size: total } = sampleTotals(strata);
  const found: DesignFinding[] = [];
  if (total === 0) found.push({ code: 'nothing-drawn', level: 'must', clause });
  else if (total !== approvedCount) {
    found.push(departure({ code: 'count-differs', approved: approvedCount, total }, clause, override));
  }
  if (base !== approvedBase) {
    found.push({ code: 'base-differs', planned: approvedBase, found: base, level: 'check', clause });
  }
  return found;
}
