import { baseTerms, frequencyPeriods, parsePhrase, periodTerms, ratioBases, ratioFault } from '@mingchou/domain';
import { Icon, StateText } from '../../design/index.ts';
import { NumberField, RadioField, SelectField, TextField, useField, useFormValues } from '../../form/index.ts';
import { phraseFrom } from './ratio-field.ts';
import './ratio-field.css';

/** 抽查比例及频次: number, unit and period in fields, with the phrase of the list as it will stand there. */
export function RatioField() {
  const values = useFormValues();
  const { error } = useField('content.ratioAndFrequency');
  return (
    <div className={`field ratio-field ${error === undefined ? '' : 'wrong'}`}>
      <RadioField
        name="ratioMode"
        label="抽查比例及频次"
        options={[
          { value: 'fields', label: '按规范写法填写' },
          { value: 'words', label: '照文件的文字' },
        ]}
      />
      {values['ratioMode'] === 'words' ? (
        <TextField name="ratioWords" label="文字" hint="如按年度执法任务确定；写成规范写法的，自动认出比例和频次。" />
      ) : (
        <RatioParts />
      )}
      <Phrase phrase={phraseFrom(values)} />
      {error !== undefined && (
        <p className="field-error">
          <Icon name="octagon" /> {error}
        </p>
      )}
    </div>
  );
}

const operators = [
  { value: '=', label: '等于' },
  { value: '>=', label: '不低于' },
];
const never = { value: '', label: '没有写明' };

function RatioParts() {
  const times = useFormValues()['frequencyPer'] !== '';
  return (
    <div className="ratio-parts">
      <SelectField
        name="ratioBase"
        label="比例的底数"
        options={ratioBases.map((base) => ({ value: base, label: baseTerms[base] || '名录库中这一类' }))}
      />
      <SelectField name="ratioOperator" label="要求" options={operators} />
      <NumberField name="ratioAmount" label="数量" />
      <SelectField
        name="ratioUnit"
        label="单位"
        options={[
          { value: 'percent', label: '%' },
          { value: 'count', label: '家' },
        ]}
      />
      <SelectField
        name="frequencyPer"
        label="频次"
        options={[...frequencyPeriods.map((per) => ({ value: per, label: periodTerms[per] })), never]}
      />
      {times && (
        <>
          <SelectField
            name="frequencyOperator"
            label="次数要求"
            options={[
              { value: '=', label: '抽查' },
              { value: '>=', label: '至少' },
            ]}
          />
          <NumberField name="frequencyTimes" label="次数" unit="次" />
        </>
      )}
    </div>
  );
}

function Phrase({ phrase }: { readonly phrase: string | null }) {
  if (phrase === null) return <p className="hint">填好数量和次数后，这里显示清单上的写法。</p>;
  if (phrase === '') return <p className="hint">没有写抽查比例及频次，不能换算成家数。</p>;
  const ratio = parsePhrase(phrase, 'ceil');
  if (ratio === undefined) {
    return (
      <p role="status">
        <StateText kind="soon">清单写为「{phrase}」，不是规范写法，不能换算成家数</StateText>
      </p>
    );
  }
  if (ratioFault(ratio) !== undefined) {
    return (
      <p role="status">
        <StateText kind="late">「{phrase}」不能保存：比例要大于0、不超过100%，次数至少1次</StateText>
      </p>
    );
  }
  return (
    <p role="status">
      清单写为：<b>{phrase}</b>
    </p>
  );
}
