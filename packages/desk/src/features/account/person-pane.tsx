import { type PersonRow, accountRoutes, roleName } from '@mingchou/contract';
import { roles } from '@mingchou/domain';
import { useState } from 'react';
import { useMay } from '../../app/session.ts';
import { useCommand, useQueryRoute } from '../../api/index.ts';
import {
  Block,
  Button,
  Empty,
  Panel,
  Particulars,
  RefusalNote,
  StateText,
  Waiting,
  useTerms,
} from '../../design/index.ts';
import { RegistryEntry } from './registry-entry.tsx';
import { ChecksField, CommandForm, SelectField, TextField, LongTextField } from '../../form/index.ts';

/** Beside the list: what one person may do, and the account's own state. */
export function PersonPane({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const may = useMay();
  // The list carries every field of the account, so the pane reads it whole instead of asking for one person.
  const people = useQueryRoute(accountRoutes.listPeople, { size: 500 });
  const person = people.data?.rows.find((row) => row.id === personId);
  if (people.data === undefined)
    return (
      <Panel as="aside" title="一个人的账号">
        <Waiting on={people} />
      </Panel>
    );
  if (person === undefined) {
    return (
      <Panel as="aside" title="一个人的账号" onClose={onClose}>
        <Empty>清单里已经没有这个账号。</Empty>
      </Panel>
    );
  }
  return (
    <Panel as="aside" title={person.name} sub={person.login} onClose={onClose}>
      <Block>
        <Particulars
          rows={[
            ['电话', person.phone ?? '没有登记'],
            ['身份证号', person.identityNumber ?? '没有登记'],
            ['账号', person.status === 'active' ? '在用' : <StateText kind="terminated">已停用，不能登录</StateText>],
          ]}
        />
      </Block>
      {may('change-roles') && <Changes person={person} />}
    </Panel>
  );
}

/** Only the system administrator changes accounts; the others read. */
function Changes({ person }: { readonly person: PersonRow }) {
  return (
    <>
      <Block>
        <RolesForm key={person.version} person={person} />
      </Block>
      {person.roles.includes('inspector') && (
        <Block>
          <RegistryEntry key={person.version} person={person} />
        </Block>
      )}
      <Block>
        <CommandForm
          route={accountRoutes.resetPassword}
          initial={{ password: '' }}
          fixed={{ id: person.id, version: person.version }}
          names={{ password: '首次密码' }}
          look="plain"
          verb="重设密码"
          onDone={() => undefined}
        >
          <TextField
            name="password"
            label="首次密码"
            type="password"
            autoComplete="new-password"
            hint="本人登录后须改成自己的密码；连续输错的锁定一并解除。"
          />
        </CommandForm>
      </Block>
      <Block>{person.status === 'active' ? <Disable person={person} /> : <Enable person={person} />}</Block>
    </>
  );
}

function RolesForm({ person }: { readonly person: PersonRow }) {
  const sections = useQueryRoute(accountRoutes.listSections, {});
  const terms = useTerms();
  return (
    <CommandForm
      route={accountRoutes.changeRoles}
      initial={{ roles: person.roles, sectionId: person.section?.id ?? '' }}
      fixed={{ id: person.id, version: person.version }}
      toInput={(values) => ({ ...values, sectionId: values['sectionId'] === '' ? null : values['sectionId'] })}
      names={{ roles: '角色', sectionId: terms.section }}
      look="plain"
      verb={`保存角色和${terms.section}`}
      onDone={() => undefined}
    >
      <ChecksField
        name="roles"
        label="角色"
        options={roles.map((role) => ({ value: role, label: roleName(role, terms) }))}
      />
      <SelectField
        name="sectionId"
        label={terms.section}
        optional
        options={(sections.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
      />
    </CommandForm>
  );
}

function Disable({ person }: { readonly person: PersonRow }) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button look="small" onPress={() => setAsking(true)}>
        停用{person.name}的账号
      </Button>
    );
  }
  return (
    <CommandForm
      route={accountRoutes.disablePerson}
      initial={{ reason: '' }}
      fixed={{ id: person.id, version: person.version }}
      names={{ reason: '停用原因' }}
      look="plain"
      verb={`停用${person.name}的账号`}
      onDone={() => setAsking(false)}
      aside={<Button onPress={() => setAsking(false)}>不停用</Button>}
    >
      <LongTextField
        name="reason"
        label="停用原因"
        rows={2}
        hint="如调离、退休。停用后其现有登录随即失效，办理记录保留。"
      />
    </CommandForm>
  );
}

function Enable({ person }: { readonly person: PersonRow }) {
  const enable = useCommand(accountRoutes.enablePerson);
  return (
    <>
      <Button
        look="small"
        busy={enable.pending}
        onPress={() => void enable.give({ id: person.id, version: person.version })}
      >
        恢复{person.name}的账号
      </Button>
      <RefusalNote refusal={enable.refusal} />
    </>
  );
}
