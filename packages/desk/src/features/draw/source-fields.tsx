import { drandName, lotteryGames, lotteryOnTrust, roleName } from '@mingchou/contract';
import {
  entropyOf,
  lotteryGameCodes,
  type RandomSource,
  sourceFindings,
  type SourceKind,
  sourceFindingWords,
  sourcesOf,
} from '@mingchou/domain';
import { StateText, useTerms } from '../../design/index.ts';
import { NumberField, SelectField, TextField, useFormValues } from '../../form/index.ts';
import { announcedOf, weighable } from './announced.ts';
import { isSealing } from './sealing-fields.tsx';
import { instantOfTyped } from './words.ts';

const games = lotteryGameCodes.map((code) => ({ value: code, label: lotteryGames[code].name }));
const typists = ['legalClerk', 'sectionChief'] as const;

/** The sources beside the witnesses, each with its strength, their sum, and what the rules have against it. */
export function SourceFields({ allowed }: { readonly allowed: readonly SourceKind[] }) {
  const terms = useTerms();
  const hasLottery = (useFormValues()['sources.game'] ?? '') !== '';
  return (
    <>
      {allowed.includes('dice') && (
        <NumberField name="sources.dice" label="十面骰子" unit="位" hint="当众投，一人录入、另一人复核；不用骰子写0" />
      )}
      {allowed.includes('lottery') && (
        <SelectField name="sources.game" label="彩票" optional options={games} hint={`${lotteryOnTrust}；不用就不选`} />
      )}
      {hasLottery && (
        <>
          <TextField
            name="sources.issue"
            label="彩票期号"
            width={160}
            hint="须是开启时间之后才开奖的一期，如2022036；承诺时已开奖的一期等于没有"
          />
          <SelectField
            name="sources.typist"
            label="由谁录入开奖号码"
            optional
            options={typists.map((value) => ({ value, label: roleName(value, terms) }))}
            hint="不选则由抽签经办人录入；另一人照公告复核"
          />
        </>
      )}
      {allowed.includes('drand') && (
        <NumberField
          name="sources.drandMinutes"
          label="drand随机信标，开启后"
          optional
          unit="分钟的一轮"
          hint="骰子、彩票、见证人须在这之前到齐，彩票开奖晚的要留足时间；不用就空着"
        />
      )}
      <Strengths />
    </>
  );
}

function Strengths() {
  const values = useFormValues();
  const text = (name: string) => String(values[name] ?? '');
  const openAt = instantOfTyped(text('openAt'), text('openAt.time'));
  const names = [0, 1].map((no) => ({ name: text(`witnesses.${no}.name`), organisation: '' }));
  const sources = sourcesOf({
    announced: weighable(announcedOf(values)),
    witnesses: names,
    setup: { operatorRole: 'legalClerk' },
  });
  const sum = sources.reduce((total, source) => total + entropyOf(source), 0);
  // A drand round is counted from the opening, so without one there is none among the sources.
  const findings = sourceFindings(sources, openAt, isSealing(values) ? 'sealed' : 'open');
  return (
    <div className="field" aria-live="polite">
      <ul className="plain-list">
        {sources.map((source) => (
          <li key={`${source.kind}${'id' in source ? source.id : ''}`}>
            {titleOf(source)}：{(entropyOf(source) / 1000).toFixed(1)}比特
          </li>
        ))}
      </ul>
      <p>合计{(sum / 1000).toFixed(1)}比特（下限64，去掉任一方仍须有24）</p>
      {findings.map((finding) => (
        <p key={finding.code}>
          <StateText kind="returned">{sourceFindingWords(finding, partyOf)}</StateText>
        </p>
      ))}
    </div>
  );
}

function titleOf(source: RandomSource): string {
  switch (source.kind) {
    case 'dice':
      return `十面骰子${source.digits}位`;
    case 'lottery':
      return `${lotteryGames[source.game].name}第${source.issue}期`;
    case 'witness':
      return `见证人${source.id}`;
    case 'drand':
      return `drand ${drandName(source.chain)}第${source.round}轮`;
  }
}

function partyOf(by: string): string {
  const parties: Readonly<Record<string, string>> = { hall: '骰子', lottery: '彩票', drand: 'drand' };
  return parties[by] ?? `见证人${by.replace('P', 'W')}`;
}
