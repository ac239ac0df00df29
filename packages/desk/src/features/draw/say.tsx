import { type DrawView, exclusionTitles } from '@mingchou/contract';
import { Facts, formatChance, Panel, Sentence, StateText } from '../../design/index.ts';
import { isFull, neededQualifications, reserveWords, sampleSize, teamSize } from './strata.ts';
import { StrataTable } from './strata-table.tsx';

/** The draw in one sentence, with its five figures. */
export function Say({ draw, sectors }: { readonly draw: DrawView; readonly sectors: (code: string) => string }) {
  const { figures, approvedCount } = draw;
  const needs = neededQualifications(draw).map(sectors).join('、');
  const qualified = needs === '' ? '' : `，其中1名具备${needs}资格`;
  if (figures === null) {
    return (
      <Panel label="这次抽签">
        <Sentence>
          从<b>{draw.scope}</b>中
          {draw.strata.length > 1 ? (
            <>
              分<b>{draw.strata.length}层</b>抽，批准抽<b>{approvedCount}家</b>
            </>
          ) : (
            <>
              抽<b>{approvedCount}家</b>
            </>
          )}
          ；每户派<b>{teamSize(draw)}名</b>执法人员{qualified}。名单还没有冻结。
        </Sentence>
        <StrataTable draw={draw} />
      </Panel>
    );
  }
  const { pool, eligible, inspectors } = figures;
  const size = sampleSize(draw);
  const full = isFull(draw);
  const reasons = figures.excluded.map(({ reason, count }) => `${exclusionTitles[reason]}${count}家`).join('、');
  return (
    <Panel label="这次抽签">
      <Sentence>
        从<b>{draw.scope}</b>名录<b>{pool}家</b>中，排除<b>{pool - eligible}家</b>
        {reasons === '' ? '' : `（${reasons}）`}，
        {full ? (
          <>
            可抽的<b>{eligible}家</b>全部检查，抽的是次序；
          </>
        ) : (
          <>
            在可抽的<b>{eligible}家</b>里抽<b>{size}家</b>
            {reserveWords(draw)}；
          </>
        )}
        每户派<b>{teamSize(draw)}名</b>执法人员{qualified}，{inspectors}人负担均衡。
      </Sentence>
      <Facts
        facts={[
          { name: '名录底数', value: pool, unit: '家' },
          { name: '排除', value: pool - eligible, unit: pool === eligible ? '家' : '家，均有理由' },
          { name: '可抽', value: eligible, unit: '家' },
          {
            name: '抽取',
            value: size,
            unit: size === approvedCount ? '家，按批准计划' : `家，批准计划${approvedCount}家`,
          },
          ...chanceFact(draw, size, eligible, full),
        ]}
      />
      <StrataTable draw={draw} />
      {!full && eligible !== draw.approvedBase && size === approvedCount && (
        <p className="draw-note">
          <StateText kind="info">
            抽{approvedCount}家，按批准计划；可抽由{draw.approvedBase}
            {eligible < draw.approvedBase ? '减' : '增'}为{eligible}，每家机会 {formatChance(approvedCount, eligible)}。
          </StateText>
        </p>
      )}
    </Panel>
  );
}

/** Only in a draw of one stratum does everyone have the same chance. */
function chanceFact(draw: DrawView, size: number, eligible: number, full: boolean) {
  if (full || draw.strata.length > 1) return [];
  return [{ name: '每家抽中机会', value: `${((size / eligible) * 100).toFixed(1)}%`, unit: `${size}/${eligible}` }];
}
