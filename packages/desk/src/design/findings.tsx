import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon, type IconName, type Tone } from './icon.tsx';
import { Panel } from './panel.tsx';
import './findings.css';

export type FindingLevel = 'must' | 'check' | 'wording';

interface Evidence {
  readonly place: string;
  readonly text: string;
  readonly quoted?: boolean;
}

export interface Finding {
  readonly key: string;
  readonly level: FindingLevel;
  /** One sentence. Absent for 用词, where the detail says it all. */
  readonly verdict?: string;
  /** Quotes with their place: 正文五 「…」; `quoted: false` for our own sum. */
  readonly evidence?: readonly Evidence[];
  readonly detail?: ReactNode;
  /** Ways out in words, for what no button can take. */
  readonly mends?: readonly string[];
  /** The class: its number and where it comes from, small under all the rest. */
  readonly rule?: string;
  /** Equal choices, none better than another; `onChoose` gets the key. */
  readonly choices?: {
    readonly options: readonly { readonly key: string; readonly text: string }[];
    readonly chosen: string | undefined;
    readonly onChoose: (key: string) => void;
  };
  /** Remedies as small buttons; `quiet` for 保留并写明理由. */
  readonly remedies?: readonly { readonly word: string; readonly onPress: () => void; readonly quiet?: boolean }[];
  /** Marks all places involved; called when the verdict is clicked. */
  readonly onLocate?: () => void;
}

const levels: Readonly<Record<FindingLevel, { word: string; icon: IconName; tone?: Tone }>> = {
  must: { word: '必须解决', icon: 'octagon', tone: 'late' },
  check: { word: '请核对', icon: 'triangle', tone: 'soon' },
  wording: { word: '用词', icon: 'info' },
};

/** 核对结果, in `<Columns side={388}>`: what must be solved, what to check, wording; with counts. */
export function FindingsPanel({
  title = '核对结果',
  sub,
  findings,
  clear = '没有发现需要核对的问题。',
}: {
  readonly title?: string;
  readonly sub?: ReactNode;
  readonly findings: readonly Finding[];
  /** What stands there when nothing was found: what was checked. */
  readonly clear?: string;
}) {
  return (
    <Panel as="aside" title={title} sub={sub}>
      <div aria-live="polite">
        {findings.length === 0 && (
          <p className="findings-clear">
            <Icon name="tick" tone="done" /> {clear}
          </p>
        )}
        {(['must', 'check', 'wording'] as const).map((level) => {
          const group = findings.filter((finding) => finding.level === level);
          if (group.length === 0) return null;
          const { word, tone } = levels[level];
          return (
            <section key={level} aria-label={word}>
              <p className={`findings-group ${tone === undefined ? '' : `tone-${tone}`}`}>
                {word} {group.length}
              </p>
              {group.map((finding) => (
                <FindingItem key={finding.key} finding={finding} />
              ))}
            </section>
          );
        })}
      </div>
    </Panel>
  );
}

/** One sentence can stand against itself in two ways; it is quoted once. */
function eachOnce(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(evidence.map((one) => [`${one.place}：${one.text}`, one])).values()];
}

function FindingItem({ finding }: { readonly finding: Finding }) {
  const { icon, tone } = levels[finding.level];
  return (
    <div className="finding">
      <Icon name={icon} tone={tone} />
      {finding.verdict !== undefined && (
        <h3>
          {finding.onLocate === undefined ? (
            finding.verdict
          ) : (
            <button type="button" onClick={finding.onLocate}>
              {finding.verdict}
            </button>
          )}
        </h3>
      )}
      {finding.evidence !== undefined && finding.evidence.length > 0 && (
        <ul className="finding-evidence">
          {eachOnce(finding.evidence).map((one) => (
            <li key={one.place + one.text}>
              <span>{one.place}</span>
              <span>{one.quoted === false ? one.text : <q>{one.text}</q>}</span>
            </li>
          ))}
        </ul>
      )}
      {finding.detail !== undefined && <p>{finding.detail}</p>}
      {finding.mends !== undefined && finding.mends.length > 0 && <p>改法：{finding.mends.join('；或')}。</p>}
      {finding.choices !== undefined && <Choices finding={finding} choices={finding.choices} />}
      {finding.remedies !== undefined && finding.remedies.length > 0 && (
        <div className="finding-remedies">
          {finding.remedies.map((remedy) => (
            <Button key={remedy.word} look={remedy.quiet === true ? 'text' : 'small'} onPress={remedy.onPress}>
              {remedy.word}
            </Button>
          ))}
        </div>
      )}
      {finding.rule !== undefined && <p className="finding-rule">{finding.rule}</p>}
    </div>
  );
}

function Choices({
  finding,
  choices,
}: {
  readonly finding: Finding;
  readonly choices: NonNullable<Finding['choices']>;
}) {
  return (
    <ul className="finding-choices">
      {choices.options.map((option) => (
        <li key={option.key}>
          <label>
            <input
              type="radio"
              name={`finding-${finding.key}`}
              checked={choices.chosen === option.key}
              onChange={() => choices.onChoose(option.key)}
            />
            <span>{option.text}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** A short tag on the row a finding is about. */
export function FindingTag({ level, children }: { readonly level: FindingLevel; readonly children: ReactNode }) {
  const { icon, tone } = levels[level];
  return (
    <span className={`finding-tag ${tone ?? ''}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

export interface Check {
  readonly key: string;
  /** Passed, to be looked at, failed, not checked: four different words, never 全部通过 with something not checked. */
  readonly outcome: 'passed' | 'warned' | 'failed' | 'unchecked';
  readonly title: string;
  /** The sum or the reason: 计划41家，名单41家; 未核：回避关系不公开. */
  readonly detail?: ReactNode;
}

const outcomes = {
  failed: { icon: 'octagon', tone: 'late', word: '不符' },
  warned: { icon: 'triangle', tone: 'soon', word: '提醒' },
  unchecked: { icon: 'dash', tone: undefined, word: '未核' },
  passed: { icon: 'tick', tone: 'done', word: '通过' },
} as const;
const outcomeOrder = ['failed', 'warned', 'unchecked', 'passed'] as const;

/** 开签前检查, in `<Columns side={372}>`: what failed first, then what to look at, then what passed. */
export function ChecksPanel({ title, checks }: { readonly title: string; readonly checks: readonly Check[] }) {
  const counts = outcomeOrder
    .map((outcome) => ({ outcome, count: checks.filter((check) => check.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .reverse();
  const sub = counts.map(({ outcome, count }, place) => (
    <span key={outcome}>
      {place > 0 && '，'}
      <span className={outcomes[outcome].tone === undefined ? '' : `tone-${outcomes[outcome].tone}`}>
        {count}项{outcomes[outcome].word}
      </span>
    </span>
  ));
  return (
    <Panel as="aside" title={title} sub={sub}>
      <ul className="checks">
        {outcomeOrder.flatMap((outcome) =>
          checks
            .filter((check) => check.outcome === outcome)
            .map((check) => (
              <li key={check.key} className={outcome}>
                <Icon name={outcomes[outcome].icon} tone={outcomes[outcome].tone} />
                <span className="sr">{outcomes[outcome].word}：</span>
                {check.title}
                {check.detail !== undefined && <p>{check.detail}</p>}
              </li>
            )),
        )}
      </ul>
    </Panel>
  );
}
