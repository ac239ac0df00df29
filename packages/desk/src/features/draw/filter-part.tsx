import { type DesignBasisView, registryRoutes } from '@mingchou/contract';
import { drawGrades, drawGradeTitles, type FilterField, filterFieldTitles, type SectionId } from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import { Button, useTerms } from '../../design/index.ts';
import type { DesignForm } from './design-form.ts';
import { refiltered } from './design-form.ts';
import { useDesign } from './use-design.ts';

type Filter = DesignForm['filter'];

/** 抽取条件: 定向 with its conditions, or 不定向 over all that the plan row names. */
export function FilterPart({ basis }: { readonly basis: DesignBasisView }) {
  const { form, set } = useDesign();
  const { filter } = form;
  const change = (part: Partial<Filter>) => set(refiltered(form, { ...filter, ...part }, basis));
  return (
    <>
      <Choices
        legend="抽查类型"
        kind="radio"
        options={[
          { value: 'targeted', label: '定向' },
          { value: 'nonTargeted', label: '不定向' },
        ]}
        chosen={[filter.selection]}
        onToggle={(value) =>
          change(
            value === 'targeted'
              ? { selection: 'targeted' }
              : { selection: 'nonTargeted', grades: [], regions: [], sections: [], words: [] },
          )
        }
      />
      <Choices
        legend="行业类别"
        options={basis.sectors.map(({ code, name }) => ({ value: code, label: name }))}
        chosen={filter.sectors}
        onToggle={(code) => {
          const sectors = toggled(filter.sectors, code);
          // In the order of the plan row, so that strata do not jump about.
          change({ sectors: basis.sectors.map((sector) => sector.code).filter((one) => sectors.includes(one)) });
        }}
      />
      {basis.level === 'all' && (
        <Choices
          legend="重点、一般"
          kind="radio"
          options={[
            { value: 'all', label: '都抽' },
            { value: 'priority', label: '只抽重点' },
            { value: 'ordinary', label: '只抽一般' },
          ]}
          chosen={[filter.level]}
          onToggle={(value) => change({ level: value === 'priority' || value === 'ordinary' ? value : 'all' })}
        />
      )}
      {filter.selection === 'targeted' && <OwnConditions filter={filter} change={change} />}
    </>
  );
}

/** What only a 定向抽查 may ask. */
function OwnConditions({
  filter,
  change,
}: {
  readonly filter: Filter;
  readonly change: (part: Partial<Filter>) => void;
}) {
  const choices = useQueryRoute(registryRoutes.listChoices, {});
  const terms = useTerms();
  const sections = choices.data?.sections ?? [];
  return (
    <>
      <Choices
        legend="信用风险分类"
        hint="都不选则不按等级"
        options={drawGrades.map((grade) => ({ value: grade, label: drawGradeTitles[grade] }))}
        chosen={filter.grades}
        onToggle={(value) => {
          const grades = toggled(filter.grades, value);
          change({ grades: drawGrades.filter((grade) => grades.includes(grade)) });
        }}
      />
      {sections.length > 0 && (
        <Choices
          legend={`责任${terms.section}`}
          hint={`都不选则不按${terms.section}`}
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={filter.sections}
          onToggle={(id) => change({ sections: toggled(filter.sections, id) as SectionId[] })}
        />
      )}
      <div className="field">
        <label htmlFor="design-regions">
          行政区划<span className="hint">（选填）</span>
        </label>
        <input
          id="design-regions"
          className="mono"
          autoComplete="off"
          defaultValue={filter.regions.join('、')}
          onBlur={(event) => change({ regions: event.target.value.split(/[^0-9]+/).filter((code) => code !== '') })}
        />
        <p className="field-hint">6位代码，多个用顿号分开</p>
      </div>
      <Words filter={filter} change={change} />
    </>
  );
}

function Words({ filter, change }: { readonly filter: Filter; readonly change: (part: Partial<Filter>) => void }) {
  const { words } = filter;
  const replace = (at: number, part: Partial<Filter['words'][number]>) =>
    change({ words: words.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="field">
      <legend>
        文字条件<span className="hint">（选填）</span>
      </legend>
      {words.map((one, at) => (
        // A condition has no name of its own; its place is what it is known by.
        <span key={`${at}`} className="size-input">
          <select
            aria-label={`第${at + 1}个文字条件看哪一项`}
            value={one.field}
            onChange={(event) => replace(at, { field: event.target.value as FilterField })}
          >
            {Object.entries(filterFieldTitles).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <select
            aria-label={`第${at + 1}个文字条件含还是不含`}
            value={one.holds ? 'yes' : 'no'}
            onChange={(event) => replace(at, { holds: event.target.value === 'yes' })}
          >
            <option value="yes">含</option>
            <option value="no">不含</option>
          </select>
          <input
            aria-label={`第${at + 1}个文字条件的文字`}
            value={one.words}
            maxLength={60}
            onChange={(event) => replace(at, { words: event.target.value })}
          />
          <Button look="text" onPress={() => change({ words: words.filter((_, index) => index !== at) })}>
            删去
          </Button>
        </span>
      ))}
      {words.length < 10 && (
        <Button look="small" onPress={() => change({ words: [...words, { field: 'name', holds: true, words: '' }] })}>
          增加文字条件
        </Button>
      )}
    </fieldset>
  );
}

function toggled<T extends string>(chosen: readonly T[], value: string): T[] {
  return chosen.includes(value as T) ? chosen.filter((one) => one !== value) : [...chosen, value as T];
}

interface ChoicesProps {
  readonly legend: string;
  readonly hint?: string;
  readonly kind?: 'checkbox' | 'radio';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

export function Choices({ legend, hint, kind = 'checkbox', options, chosen, onToggle }: ChoicesProps) {
  return (
    <fieldset className="field">
      <legend>
        {legend}
        {hint !== undefined && <span className="hint">　{hint}</span>}
      </legend>
      <div className="choices abreast">
        {options.map(({ value, label }) => (
          <label key={value} className="choice">
            <input
              type={kind}
              name={`design-${legend}`}
              checked={chosen.includes(value)}
              onChange={() => onToggle(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
