import { accountRoutes, roleName } from '@mingchou/contract';
import { useState } from 'react';
import { useDesk } from '../../app/session.ts';
import { PageHead, Panel, Particulars, Stack, StateText } from '../../design/index.ts';
import { CommandForm, TextField } from '../../form/index.ts';

/** 我的账号: what may I do here, and my password. */
export function MyAccountPage() {
  const { session } = useDesk();
  const { person, bureau } = session;
  const [changes, setChanges] = useState(0);
  return (
    <>
      <PageHead title="我的账号" meta={person.login} />
      <Stack>
        <Panel title="本人" padded>
          <Particulars
            rows={[
              ['姓名', person.name],
              ['单位', bureau.name],
              [bureau.terms.section, person.section?.name ?? '没有登记'],
              ['角色', person.roles.map((role) => roleName(role, bureau.terms)).join('、')],
            ]}
          />
        </Panel>
        <Panel title="密码" sub="改了以后，其他地方的登录随即失效" padded>
          {changes > 0 && (
            <p role="status">
              <StateText kind="done">密码已改。</StateText>
            </p>
          )}
          <CommandForm
            key={changes}
            route={accountRoutes.changePassword}
            initial={{ password: '', newPassword: '' }}
            names={{ password: '现在的密码', newPassword: '新密码' }}
            verb="修改密码"
            onDone={() => setChanges(changes + 1)}
          >
            <TextField name="password" label="现在的密码" type="password" autoComplete="current-password" />
            <TextField
              name="newPassword"
              label="新密码"
              type="password"
              autoComplete="new-password"
              hint="至少10位；大写字母、小写字母、数字、符号中至少三种；不能含登录名。"
            />
          </CommandForm>
        </Panel>
      </Stack>
    </>
  );
}
