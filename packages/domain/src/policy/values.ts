import type { DayCount } from '../calendar/index.ts';
import type { Role } from '../account/role.ts';
import type { Fraction, Operator, Ratio, RatioBase, Rounding } from './ratio.ts';

/** 行业类别 of a bureau's registry; its code is also what an inspector must be qualified for to inspect it. */
export interface Sector {
  readonly code: string;
  readonly label: string;
  /** The short word used in sums, such as 「危化」; sectors with the same word are summed. */
  readonly short: string;
  /** 重点行业: asked to be covered wholly, and counted for a key share. */
  readonly key: boolean;
}

/** 检查结果分类. `finding` says whether the category reports something found. */
export interface ResultCategory {
  readonly code: string;
  readonly label: string;
  readonly finding: boolean;
}

/** 公示渠道, each with a deadline of its own where the document sets one (YS: 工作日 here, 日 there). */
export interface DisclosureChannel {
  readonly code: string;
  readonly label: string;
  readonly deadline: DayCount | null;
  /** Where the channel's own deadline stands. */
  readonly place: string | null;
}

export type StartEvent = 'inspection-finished' | 'result-produced' | 'information-formed';

export type ProblemDeadline =
  | { readonly kind: 'same-as-normal' }
  | { readonly kind: 'after-disposal'; readonly length: DayCount | null };

export type DrawSelection = 'targeted' | 'nonTargeted';

export type DrawPlatform =
  | { readonly kind: 'own' }
  | { readonly kind: 'external'; readonly name: string }
  | { readonly kind: 'either' };

/** Ratio promised for one group of subjects or tasks, as the document words it. */
export interface RatioPromise {
  readonly of: string;
  readonly ratio: Ratio;
}

export interface CountTarget {
  readonly label: string;
  readonly count: number;
}

/** 重点: a whole sector (煤矿), or the subjects that the registry calls 重点, whatever their sector. */
export type KeyScope = 'key-sectors' | 'priority-subjects';

/** `planned`: only the subjects that the plan takes in (「计划内」). */
export type FrequencyScope = 'all' | KeyScope | 'planned';

export interface FrequencyRule {
  readonly counts: 'inspections-per-subject' | 'draws-per-year';
  readonly applies: FrequencyScope;
  readonly operator: Operator;
  readonly times: number;
}

export type OccurrenceKind = 'accident' | 'penalty' | 'complaint';

/** So many occurrences of a kind within the months before a day propose an object as 重点 (N-05). */
export interface PriorityRule {
  readonly kind: OccurrenceKind;
  readonly times: number;
  readonly months: number;
}

/** Whose changes of objects take effect only when another person has approved them. */
export type RegistryApproval = 'none' | 'section-chiefs' | 'everyone';

export type ExclusionRule = 'none' | 'drawn-in-round' | 'drawn-in-year' | 'frequency-reached' | 'avoid-repeats';

/** 频次上限 of a class of objects: no sector, no grade: every one (N-19). */
export interface FrequencyCapRule {
  readonly sectors: readonly string[];
  readonly grade: 'A' | 'B' | 'C' | 'D' | null;
  readonly times: number;
}

/** A certificate is asked everywhere: the type has no other value (处罚法 §42, N-05). */
export interface Eligibility {
  readonly certificate: true;
  readonly employment: 'any' | 'formal';
  readonly sectorMatch: boolean;
}

export type ReviewStep = 'plan' | 'draw' | 'record' | 'penalty' | 'disclosure' | 'major-decision';

export type OwnTasksDeadline =
  | { readonly kind: 'month-day'; readonly month: number; readonly day: number }
  | { readonly kind: 'row-window' }
  | { readonly kind: 'year-end' };

/** The bureau's own words for the things every screen names. */
export interface Terms {
  readonly section: string;
  readonly legalSection: string;
  readonly sectionChief: string;
  readonly subject: string;
  readonly inspector: string;
  readonly deputyDirector: string;
}

export type PlanGenre =
  | 'item-list-and-two-plans'
  | 'eight-column-table'
  | 'ten-column-table'
  | 'eleven-column-table'
  | 'procedure'
  | 'standing-rule'
  | 'workday-budget';

/** 报同级政府批准: whether an approved plan waits for the government of the same level (N-12). */
export type GovernmentApproval = 'needed' | 'not-needed';

/** 备案: with whom an approved plan is filed, and how soon after its last approval; null: no document writes a length. */
export interface FilingRule {
  readonly with: string;
  readonly within: DayCount | null;
}

/** 其他执法工作日 or 非执法工作日: the two things that are taken off the legal workdays of a year. */
export type DaySide = 'otherEnforcement' | 'nonEnforcement';

/** One kind of days of a workday budget; a line is recognised by its label or by one of the words. */
export interface DayKind {
  readonly side: DaySide;
  readonly label: string;
  readonly words: readonly string[];
}

/** What is thrown in public and who reveals: the default sources of a draw (mc-draw/1 §4). */
export interface RandomSources {
  readonly diceDigits: number;
  readonly witnesses: number;
  /** Left out: dice, lottery, witness and drand, all that the protocol knows. */
  readonly allowed?: readonly ('dice' | 'lottery' | 'witness' | 'drand')[] | undefined;
}

/** 封存抽签 for unannounced checks: which kinds of tasks may be sealed, and how soon after the last visit all becomes public. */
export interface SealingRule {
  readonly selections: readonly DrawSelection[];
  readonly unsealWithin: DayCount;
}

/** 候补: so many for a draw, as a share of the sample or a fixed count. */
export type ReserveSize = { readonly count: number } | { readonly ratio: Fraction; readonly rounding: Rounding };

/** Every policy key with the type of its value (requirements §2, plus what a draw and a deadline need by default). */
export interface PolicyValues {
  readonly 'disclosure.normal.deadline': DayCount;
  readonly 'disclosure.normal.startEvent': StartEvent;
  readonly 'disclosure.problem.deadline': ProblemDeadline;
  readonly 'disclosure.channels': readonly DisclosureChannel[];
  readonly 'disclosure.publisher': 'enforcer' | 'inspector' | 'section' | 'legal-section';
  readonly 'draw.platform': DrawPlatform;
  readonly 'draw.operatorRole': Role;
  readonly 'draw.type': readonly DrawSelection[];
  readonly 'draw.sources': RandomSources;
  readonly 'draw.reserve': ReserveSize;
  readonly 'draw.sealing': SealingRule;
  readonly 'ratio.rule': readonly RatioPromise[];
  readonly 'ratio.base': RatioBase | 'supervision-plan' | 'ordinary-units';
  readonly 'ratio.rounding': Rounding;
  /** 一般检查事项的比例上限 of the registry (N-07); 重点检查事项 have none. */
  readonly 'ratio.ordinaryCeiling': Fraction | null;
  readonly 'quota.joint': Fraction | null;
  readonly 'quota.keySharePerDraw': Fraction | null;
  readonly 'target.count': readonly CountTarget[];
  readonly 'frequency.perObject': readonly FrequencyRule[];
  /** 重点全覆盖: every subject of that scope is drawn within the year. */
  readonly 'coverage.key': 'none' | KeyScope;
  /** What happened so often makes the bureau look whether an object is 重点. */
  readonly 'priority.rules': readonly PriorityRule[];
  readonly 'registry.approval': RegistryApproval;
  readonly 'exclusion.rule': ExclusionRule;
  /** Whether an object drawn elsewhere and not yet finished leaves the next pool. */
  readonly 'exclusion.openTask': 'stay' | 'leave';
  /** Most checks a year of one object; the first cap that fits it counts. */
  readonly 'frequency.cap': readonly FrequencyCapRule[];
  readonly 'team.minInspectors': number;
  readonly 'inspector.eligibility': Eligibility;
  readonly 'recusal.decider': 'head' | 'deputyDirector';
  readonly 'recusal.covers': readonly ('inspector' | 'expert')[];
  readonly 'legalReview.scope': readonly ReviewStep[];
  readonly 'archive.handover': 'none' | 'legal-section' | 'trace-kept';
  readonly 'deadline.ownTasks': OwnTasksDeadline;
  readonly 'deadline.rollOver': boolean;
  readonly 'result.categories': readonly ResultCategory[];
  readonly sectors: readonly Sector[];
  readonly terms: Terms;
  readonly 'plan.genre': PlanGenre;
  readonly 'plan.governmentApproval': GovernmentApproval;
  /** null: the plan is filed with nobody. */
  readonly 'plan.filing': FilingRule | null;
  /** The kinds of days that a workday budget lists. */
  readonly 'budget.kinds': readonly DayKind[];
  /** 执法人员占在册人员不低于; null: no warning. */
  readonly 'budget.enforcementShare': Fraction | null;
  /** 重点检查占监督检查工作日不低于; null: no warning. */
  readonly 'budget.keyShare': Fraction | null;
}

export type PolicyKey = keyof PolicyValues;
