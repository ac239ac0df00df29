import { accountRoutes, type SectionRow } from '@mingchou/contract';
import { sectionTree } from '@mingchou/domain';
import { useState } from 'react';
import { useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { Button, Panel, useTerms, Waiting } from '../../design/index.ts';
import { CommandForm, SelectField, TextField } from '../../form/index.ts';
import './sections-panel.css';

/** 内设机构 as a tree; the system administrator adds one and says where it belongs. */
export function SectionsPanel() {
  const may = useMay();
  const { section: word } = useTerms();
  const asked = useQueryRoute(accountRoutes.listSections, {});
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  if (asked.data === undefined) return <Waiting on={asked} lines={4} />;
  const { rows } = asked.data;
  return (
    <Panel title={word} sub={`${rows.length}个`} padded>
      <ul className="section-tree">
        {sectionTree(rows).map(({ section, depth }) => (
          <li key={section.id} style={{ paddingInlineStart: `${depth * 1.5}em` }}>
            {section.name} <span className="hint mono">{section.code}</span>{' '}
            {may('move-section') && open !== section.id && (
              <Button look="text" label={`调整归属：${section.name}`} onPress={() => setOpen(section.id)}>
                调整归属
              </Button>
            )}
            {open === section.id && <MoveSection section={section} rows={rows} onDone={close} />}
          </li>
        ))}
      </ul>
      {may('add-section') &&
        (open === 'new' ? (
          <AddSection onDone={close} />
        ) : (
          <Button look="small" onPress={() => setOpen('new')}>
            登记{word}
          </Button>
        ))}
    </Panel>
  );
}

function MoveSection(props: {
  readonly section: SectionRow;
  readonly rows: readonly SectionRow[];
  readonly onDone: () => void;
}) {
  const { section, rows, onDone } = props;
  return (
    <CommandForm
      route={accountRoutes.moveSection}
      initial={{ parentId: section.parentId ?? '' }}
      fixed={{ id: section.id, version: section.version }}
      toInput={({ parentId }) => ({ parentId: parentId === '' ? null : parentId })}
      names={{ parentId: '归哪个机构' }}
      look="plain"
      verb="调整归属"
      onDone={onDone}
      aside={<Button onPress={onDone}>不调整</Button>}
    >
      <SelectField
        name="parentId"
        label="归哪个机构"
        optional
        hint="不选即直属本局。"
        options={rows.filter(({ id }) => id !== section.id).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </CommandForm>
  );
}

function AddSection({ onDone }: { readonly onDone: () => void }) {
  const { section: word } = useTerms();
  return (
    <CommandForm
      route={accountRoutes.addSection}
      initial={{ name: '', code: '' }}
      names={{ name: '名称', code: '简称' }}
      look="plain"
      verb={`登记${word}`}
      onDone={onDone}
      aside={<Button onPress={onDone}>不登记</Button>}
    >
      <TextField name="name" label="名称" hint="如危化股。" />
      <TextField name="code" label="简称" kind="code" width={120} hint="2到4个大写字母，登记后不改。" />
    </CommandForm>
  );
}
