import type { DesignBasisView, StratumPreviewView } from '@mingchou/contract';
import { drawGrades, drawGradeTitles, gradeStratum } from '@mingchou/domain';
import { type DesignForm, restratified, type StratumForm } from './design-form.ts';
import { Choices } from './filter-part.tsx';
import { SizeInput } from './size-input.tsx';
import { useDesign } from './use-design.ts';

/** 分层、抽取数、批次、占比和候补. */
export function StrataPart({
  basis,
  strata,
}: {
  readonly basis: DesignBasisView;
  /** As last reckoned, for the sums beside what is typed. */
  readonly strata: readonly StratumPreviewView[];
}) {
  const { form, set } = useDesign();
  const change = (code: string, part: Partial<StratumForm>) =>
    set({ ...form, strata: form.strata.map((one) => (one.code === code ? { ...one, ...part } : one)) });
  return (
    <>
      <Choices
        legend="分层"
        kind="radio"
        options={[
          { value: 'none', label: '不分层' },
          { value: 'sector', label: '按行业类别' },
          { value: 'grade', label: '按信用等级' },
        ]}
        chosen={[form.stratifiedBy]}
        onToggle={(by) => set(restratified(form, by === 'sector' || by === 'grade' ? by : 'none', basis))}
      />
      <table className="plain-table design-strata">
        <thead>
          <tr>
            <th scope="col">层</th>
            <th scope="col">抽取</th>
            <th scope="col">分几批</th>
            <th scope="col">算式</th>
          </tr>
        </thead>
        <tbody>
          {form.strata.map((stratum) => {
            const name = stratumName(stratum.code, form, basis);
            const found = strata.find((one) => one.code === stratum.code);
            return (
              <tr key={stratum.code}>
                <th scope="row">{name}</th>
                <td>
                  <SizeInput
                    label={`${name}抽取数`}
                    size={stratum.size}
                    onChange={(size) => change(stratum.code, { size })}
                  />
                </td>
                <td>
                  <input
                    className="number"
                    inputMode="numeric"
                    autoComplete="off"
                    aria-label={`${name}分几批`}
                    placeholder="一户一次"
                    value={stratum.batches}
                    onChange={(event) => change(stratum.code, { batches: event.target.value })}
                  />
                </td>
                <td className="second">{found === undefined ? '' : sumOf(found)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="field-hint">
        批准抽{basis.approvedCount}家（{basis.sum}）；不分批时一户一次上门，分批时同批各户由同一检查组检查。
      </p>
      <QuotaFields basis={basis} />
    </>
  );
}

function sumOf({ formula, full, eligible, batches, visits }: StratumPreviewView): string {
  const dealt = batches === null ? '' : `，分${visits}批`;
  return full ? `${eligible}家全部检查，抽次序${dealt}` : `${formula}${dealt}`;
}

function QuotaFields({ basis }: { readonly basis: DesignBasisView }) {
  const { form, set } = useDesign();
  const key = basis.sectors.filter((sector) => sector.key);
  return (
    <>
      {key.length > 0 && (
        <Choices
          legend="重点企业是指"
          kind="radio"
          options={[
            { value: 'key-sectors', label: key.map((sector) => sector.name).join('、') },
            { value: 'priority-subjects', label: '底册中的重点企业' },
          ]}
          chosen={[form.members.of]}
          onToggle={(of) =>
            set({
              ...form,
              members:
                of === 'key-sectors'
                  ? { of: 'key-sectors', sectors: key.map((sector) => sector.code) }
                  : { of: 'priority-subjects' },
            })
          }
        />
      )}
      <div className="field">
        <span className="field-name">
          重点企业占比<span className="hint">（选填，占全部抽取数）</span>
        </span>
        <span className="design-bounds">
          至少
          <SizeInput label="重点企业至少" size={form.min} onChange={(min) => set({ ...form, min })} />
          至多
          <SizeInput label="重点企业至多" size={form.max} onChange={(max) => set({ ...form, max })} />
        </span>
      </div>
      <div className="field">
        <span className="field-name">候补</span>
        <SizeInput label="候补" size={form.reserve} onChange={(reserve) => set({ ...form, reserve })} />
        <p className="field-hint">按各层抽取数计算；全部检查的层没有候补。</p>
      </div>
    </>
  );
}

function stratumName(code: string, { stratifiedBy }: DesignForm, basis: DesignBasisView): string {
  if (stratifiedBy === 'none') return '全部';
  const grade = drawGrades.find((one) => gradeStratum(one) === code);
  if (stratifiedBy === 'grade' && grade !== undefined) return drawGradeTitles[grade];
  return basis.sectors.find((sector) => sector.code === code)?.name ?? code;
}
