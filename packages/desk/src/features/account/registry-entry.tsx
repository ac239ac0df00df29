import { type PersonRow, accountRoutes, registryRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import { Link, Particulars, StateText, Waiting } from '../../design/index.ts';
import { CommandForm, SelectField } from '../../form/index.ts';

/** 执法人员名录: whose inspections this account may record. Until it is said, the account can begin none. */
export function RegistryEntry({ person }: { readonly person: PersonRow }) {
  const inspectors = useQueryRoute(registryRoutes.listInspectors, { size: 500 });
  const people = useQueryRoute(accountRoutes.listPeople, { size: 500 });
  if (inspectors.data === undefined || people.data === undefined) return <Waiting on={inspectors} lines={2} />;
  const { rows } = inspectors.data;
  const own = rows.find((row) => row.id === person.inspectorId);
  if (own !== undefined) {
    return (
      <Particulars
        rows={[['执法人员名录', <StateText kind="done">{`${own.name}，执法证号${own.certificateNo}`}</StateText>]]}
      />
    );
  }
  if (rows.length === 0) {
    return (
      <p className="hint">
        执法人员名录还是空的，这个账号不能办理检查。请法规机构先<Link to="/registry/inspectors">导入执法人员</Link>。
      </p>
    );
  }
  const taken = new Set(people.data.rows.map((row) => row.inspectorId));
  return (
    <CommandForm
      route={accountRoutes.linkPersonToInspector}
      initial={{ inspectorId: rows.find((row) => row.name === person.name && !taken.has(row.id))?.id ?? '' }}
      fixed={{ id: person.id, version: person.version }}
      names={{ inspectorId: '名录中的执法人员' }}
      look="plain"
      verb="对应到名录"
      onDone={() => undefined}
    >
      <SelectField
        name="inspectorId"
        label="名录中的执法人员"
        hint="对应之后，抽到其名下的检查由这个账号办理。"
        options={rows
          .filter((row) => !taken.has(row.id))
          .map((row) => ({ value: row.id, label: `${row.name}　${row.certificateNo}` }))}
      />
    </CommandForm>
  );
}
