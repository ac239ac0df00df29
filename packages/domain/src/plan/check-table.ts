import { percentOf, resolvePolicy, roundShare, shareText } from '../policy/index.ts';
import { whomTerms } from './check-frequency.ts';
import { constraintOf } from './constraint.ts';
import type { PlanFacts } from './facts.ts';
import { countOf, keyBaseOf, registryCountOf, sectorsOfPolicy, sum, totalsOf } from './facts.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import { selectionTerms } from './plan.ts';
import { reachOf } from './reach.ts';
import { placeOf } from './words.ts';

/** Rules that only the whole table decides. */
export function checkTable(facts: PlanFacts): readonly Finding[] {
  if (facts.plan.rows.length === 0) return [];
  return [
    ...declaredBase(facts),
    ...keyCoverage(facts),
    ...uncoveredSectors(facts),
    ...selectionKinds(facts),
    ...targets(facts),
    ...jointShare(facts),
    ...drawsPerYear(facts),
    ...keyShare(facts),
    ...tooFewInspectors(facts),
  ];
}

/** The base the text states must add up, and be what the registry holds (ZZ-04). */
function declaredBase(facts: PlanFacts): readonly Finding[] {
  const declared = constraintOf(facts.plan.constraints, 'declared-base');
  if (declared === undefined) return [];
  const { total, sectors } = declared.rule;
  const added = sum(sectors.map((sector) => sector.count));
  const found: Finding[] = [];
  if (added !== total) {
    found.push(
      finding({
        rule: 'C-12',
        id: 'declared-base-sum',
        verdict: '正文写的底数合计不等于各类之和',
        detail: `${placeOf(declared.clause)}写${total}家，各类相加是${added}家。`,
        remedies: [
          {
            key: 'use-sum',
            text: `改为${added}家`,
            does: {
              kind: 'change',
              changes: [{ kind: 'constraint', key: declared.key, rule: { ...declared.rule, total: added } }],
            },
          },
        ],
        dismissible: false,
      }),
    );
  }
  const { registry } = totalsOf(facts);
  const differs = sectors.some((sector) => registryCountOf(sector.sector, facts.baseCounts) !== sector.count);
  if (differs || registry !== total) {
    const current = sectorsOfPolicy(facts.policy).map((sector) => ({
      sector: sector.code,
      count: registryCountOf(sector.code, facts.baseCounts),
    }));
    found.push(
      finding({
        rule: 'C-52',
        id: 'declared-base-registry',
        verdict: '正文写的底数与名录库不一致',
        detail: `${placeOf(declared.clause)}写${total}家，名录库现有${registry}家。`,
        remedies: [
          {
            key: 'use-registry',
            text: `按名录库改为${registry}家`,
            does: {
              kind: 'change',
              changes: [
                {
                  kind: 'constraint',
                  key: declared.key,
                  rule: { ...declared.rule, total: registry, sectors: current },
                },
              ],
            },
          },
        ],
      }),
    );
  }
  return found;
}

function keyCoverage(facts: PlanFacts): readonly Finding[] {
  const coverage = constraintOf(facts.plan.constraints, 'key-coverage');
  if (coverage === undefined) return [];
  const reach = reachOf(facts, { kind: 'frequency', applies: coverage.rule.of, operator: '>=', times: 1 });
  if (reach.satisfied >= reach.scope) return [];
  return [
    finding({
      rule: 'C-58',
      mends: ['补上没有列入的重点行业', '这些行业的比例改为100%'],
      id: 'key-not-covered',
      verdict: `${whomTerms[coverage.rule.of]}没有全部列入`,
      evidence: [
        {
          place: placeOf(coverage.clause),
          text: coverage.clause.text ?? `${whomTerms[coverage.rule.of]}全覆盖`,
          quoted: true,
        },
        {
          place: '计划表',
          text: `${whomTerms[coverage.rule.of]}${reach.scope}家，必查的${reach.satisfied}家`,
          quoted: false,
        },
      ],
      dismissible: false,
    }),
  ];
}

function uncoveredSectors(facts: PlanFacts): readonly Finding[] {
  const sectors = sectorsOfPolicy(facts.policy);
  const without = sectors.filter(
    (sector) =>
      registryCountOf(sector.code, facts.baseCounts) > 0 &&
      !facts.plan.rows.some((row) => row.sectors.includes(sector.code)),
  );
  return without.map((sector) =>
    finding({
      rule: 'C-59',
      mends: ['增加一项任务'],
      id: `sector-not-planned:${sector.code}`,
      verdict: `${sector.label}没有列入计划表`,
      detail: `名录库有${registryCountOf(sector.code, facts.baseCounts)}家，没有任务抽取。`,
    }),
  );
}

/** The text offers two ways of drawing, the table uses one (ZZ e). */
function selectionKinds({ plan }: PlanFacts): readonly Finding[] {
  const kinds = constraintOf(plan.constraints, 'selection-kinds');
  const used = new Set(plan.rows.map((row) => row.selection));
  const [only] = used;
  if (kinds === undefined || kinds.rule.kinds.length < 2 || used.size !== 1 || only === undefined) return [];
  const written = kinds.rule.kinds.map((kind) => `「${selectionTerms[kind]}」`).join('或');
  return [
    finding({
      rule: 'C-17',
      mends: ['部分任务改用另一种方式', '正文只写用到的一种'],
      id: 'one-selection-kind',
      verdict: '正文有两种抽查方式，计划表只有一种',
      detail: `正文写${written}，${plan.rows.length}项任务全是${selectionTerms[only]}。`,
    }),
  ];
}

function targets(facts: PlanFacts): readonly Finding[] {
  const wanted = facts.plan.constraints.flatMap(({ rule }) => (rule.kind === 'target-count' ? [rule.count] : []));
  const { count } = totalsOf(facts);
  if (wanted.length === 0 || sum(wanted) === count) return [];
  return [
    finding({
      rule: 'C-60',
      mends: ['改比例使合计相符', '改正文的总数'],
      id: 'target-count',
      verdict: '抽取家数与正文的总数不一致',
      detail: `正文写${wanted.map((each) => `${each}家`).join('＋')}，计划表合计${count}家。`,
    }),
  ];
}

/** 涉查对象占双随机检查对象总数的30% (LZ-04). */
function jointShare(facts: PlanFacts): readonly Finding[] {
  const joint = constraintOf(facts.plan.constraints, 'joint-share');
  if (joint === undefined) return [];
  const { count } = totalsOf(facts);
  const jointly = jointCountOf(facts);
  const wanted = roundShare(count, joint.rule.share, 'ceil');
  if (jointly >= wanted) return [];
  return [
    finding({
      rule: 'C-61',
      mends: ['给任务加配合部门', '提高联合任务的比例'],
      id: 'joint-share',
      verdict: '部门联合抽查的对象不够',
      detail: `联合抽查${jointly}家，是${count}家的${shareText(jointly, count, 1)}；按比例应有${wanted}家。`,
    }),
  ];
}

export function jointCountOf(facts: PlanFacts): number {
  return sum(facts.plan.rows.filter((row) => row.partners.length > 0).map((row) => countOf(row, facts.baseCounts)));
}

function drawsPerYear({ plan }: PlanFacts): readonly Finding[] {
  const draws = constraintOf(plan.constraints, 'draws-per-year');
  const planned = sum(plan.rows.map((row) => row.rounds));
  if (draws === undefined || planned >= draws.rule.times) return [];
  return [
    finding({
      rule: 'C-62',
      mends: ['增加任务或轮次'],
      id: 'draws-per-year',
      verdict: '全年抽取次数不够',
      detail: `${placeOf(draws.clause)}要求全年不少于${draws.rule.times}次，计划表共${planned}轮。`,
    }),
  ];
}

/** 每次抽查重点企业不低于50% (GX-13): a row whose key pool is too small cannot be drawn so. */
function keyShare(facts: PlanFacts): readonly Finding[] {
  const share = constraintOf(facts.plan.constraints, 'key-share');
  if (share === undefined) return [];
  return facts.plan.rows.flatMap((row) => {
    const wanted = roundShare(countOf(row, facts.baseCounts), share.rule.share, 'ceil');
    const pool = keyBaseOf(row, facts);
    if (pool >= wanted) return [];
    return [
      finding({
        rule: 'C-23',
        mends: ['范围补上重点行业', '减少这一任务的家数'],
        id: `key-share:${row.id}`,
        verdict: `任务${row.no}的重点企业不够抽`,
        detail: `按${percentOf(share.rule.share)}要抽重点企业${wanted}家，对象范围内只有${pool}家。`,
        rows: [row.id],
        tag: '重点企业不够',
      }),
    ];
  });
}

function tooFewInspectors({ plan, policy }: PlanFacts): readonly Finding[] {
  const team = constraintOf(plan.constraints, 'min-inspectors');
  const least = resolvePolicy(policy, 'team.minInspectors').value;
  if (team === undefined || team.rule.count >= least) return [];
  return [
    finding({
      rule: 'C-63',
      mends: ['正文改为至少两名'],
      id: 'too-few-inspectors',
      verdict: '正文写的执法人员人数低于规定',
      detail: `${placeOf(team.clause)}写${team.rule.count}名，至少${least}名。`,
      dismissible: false,
    }),
  ];
}
