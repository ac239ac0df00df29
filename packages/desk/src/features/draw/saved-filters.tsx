import { type DesignBasisView, drawRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useQueryRoute } from '../../api/index.ts';
import { Button, Dialog } from '../../design/index.ts';
import { CommandForm, TextField } from '../../form/index.ts';
import { type DesignForm, refiltered } from './design-form.ts';
import { useDesign } from './use-design.ts';

/** 常用条件: one of the bureau's filters is taken over, or the one that is typed is kept under a name. */
export function SavedFilters({ basis }: { readonly basis: DesignBasisView }) {
  const { form, set } = useDesign();
  const [saving, setSaving] = useState(false);
  const saved = useQueryRoute(drawRoutes.listDrawFilters, {});
  const filters = saved.data?.filters ?? [];
  return (
    <div className="field">
      <label htmlFor="design-saved">
        常用条件<span className="hint">（选填）</span>
      </label>
      <span className="size-input">
        <select
          id="design-saved"
          value=""
          onChange={(event) => {
            const found = filters.find((one) => one.id === event.target.value);
            if (found !== undefined) set(refiltered(form, found.filter, basis));
          }}
        >
          <option value="">{filters.length === 0 ? '还没有存过' : '选一组套用'}</option>
          {filters.map(({ id, name, words }) => (
            <option key={id} value={id}>
              {name}　{words}
            </option>
          ))}
        </select>
        <Button look="small" onPress={() => setSaving(true)}>
          存为常用条件
        </Button>
      </span>
      {saving && <SaveDialog filter={form.filter} saved={filters} onClose={() => setSaving(false)} />}
    </div>
  );
}

function SaveDialog({
  filter,
  saved,
  onClose,
}: {
  readonly filter: DesignForm['filter'];
  readonly saved: readonly { readonly id: string; readonly name: string; readonly version: number }[];
  readonly onClose: () => void;
}) {
  return (
    <Dialog open title="存为常用条件？" onClose={onClose} width={520}>
      <CommandForm
        route={drawRoutes.saveDrawFilter}
        initial={{ name: '' }}
        names={{ name: '名称' }}
        toInput={(values) => {
          const same = saved.find((one) => one.name === values['name']);
          const replaces = same === undefined ? {} : { replaces: { filterId: same.id, version: same.version } };
          return { name: values['name'], filter, ...replaces };
        }}
        verb="保存条件"
        onDone={onClose}
        aside={<Button onPress={onClose}>不保存</Button>}
      >
        <TextField name="name" label="名称" maxLength={40} hint="与已有的同名，则替换那一组" />
      </CommandForm>
    </Dialog>
  );
}
