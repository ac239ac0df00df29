import { Popover } from 'antd';
import { useId } from 'react';
import './clause-chip.css';
import { Icon } from './icon.tsx';

export interface Clause {
  /** Source and place: 2022年抽查工作计划 七（一） · 《安全生产法》（2021年修正）第三十六条第三款 · 本局规则 比例取整. */
  readonly title: string;
  /** The words of the clause, when we have them. */
  readonly text?: string;
  /** Validity and version: 2021年9月1日起施行. */
  readonly validity?: string;
  /** 已废止 (late), 已有新版 (soon), 待核 (soon: from a source not verified). */
  readonly standing?: 'repealed' | 'superseded' | 'unverified';
}

const standings = {
  repealed: { word: '已废止', tone: 'late' },
  superseded: { word: '已有新版', tone: 'soon' },
  unverified: { word: '待核', tone: 'soon' },
} as const;

/** 依据: opens the text of the clause, its validity and version. */
export function ClauseChip({ clause }: { readonly clause: Clause }) {
  const id = useId();
  const standing = clause.standing === undefined ? undefined : standings[clause.standing];
  const content = (
    <div className="clause-text" id={id}>
      <b>{clause.title}</b>
      {clause.text === undefined ? (
        <p className="hint">系统没有收录这一条的原文，请查阅原文件。</p>
      ) : (
        <p>
          <q>{clause.text}</q>
        </p>
      )}
      {clause.validity !== undefined && <p className="second">{clause.validity}</p>}
      {clause.standing === 'unverified' && <p className="tone-soon">来源尚未核实，请对照原文件后使用。</p>}
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <button type="button" className="clause-chip">
        <span>依据：</span>
        {clause.title}
        {standing !== undefined && (
          <b className={`tone-${standing.tone}`}>
            {' '}
            <Icon name={standing.tone === 'late' ? 'octagon' : 'triangle'} /> {standing.word}
          </b>
        )}
      </button>
    </Popover>
  );
}
