import { accountRoutes, roleName } from '@mingchou/contract';
import { roles, type Terms } from '@mingchou/domain';
import { useGo } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Link, PageHead, Panel, Stack, useTerms } from '../../design/index.ts';
import { ChecksField, CommandForm, SelectField, TextField, type Values } from '../../form/index.ts';

const namesIn = (terms: Terms) => ({
  name: '姓名',
  login: '登录名',
  roles: '角色',
  sectionId: terms.section,
  phone: '电话',
  identityNumber: '身份证号',
  password: '首次密码',
});

const blankToNull = (value: unknown) => (value === '' ? null : value);

function toInput(values: Values): Values {
  return {
    ...values,
    sectionId: blankToNull(values['sectionId']),
    phone: blankToNull(values['phone']),
    identityNumber: blankToNull(values['identityNumber']),
  };
}

export function NewPersonPage() {
  const go = useGo();
  const terms = useTerms();
  const sections = useQueryRoute(accountRoutes.listSections, {});
  return (
    <>
      <PageHead title="登记人员账号" />
      <Stack>
        <Panel label="登记人员账号" padded>
          {/* No draft: a first password must not lie in the browser's storage. */}
          <CommandForm
            route={accountRoutes.addPerson}
            initial={{ name: '', login: '', roles: [], sectionId: '', phone: '', identityNumber: '', password: '' }}
            toInput={toInput}
            names={namesIn(terms)}
            verb="登记账号"
            onDone={({ id }) => go(`/account?person=${id}`)}
            aside={
              <Link to="/account" button="plain">
                不登记，返回清单
              </Link>
            }
          >
            <TextField name="name" label="姓名" />
            <TextField name="login" label="登录名" hint="2到30个汉字、字母或数字，登记后不改。" />
            <ChecksField
              name="roles"
              label="角色"
              hint="系统管理员、纪检监察不能兼任其他角色。"
              options={roles.map((role) => ({ value: role, label: roleName(role, terms) }))}
            />
            <SelectField
              name="sectionId"
              label={terms.section}
              optional
              options={(sections.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
            />
            <TextField name="phone" label="电话" optional kind="code" hint="加密保存，平时只显示后四位。" />
            <TextField
              name="identityNumber"
              label="身份证号"
              optional
              kind="code"
              hint="加密保存，查看完整号码会留痕。"
            />
            <TextField
              name="password"
              label="首次密码"
              type="password"
              autoComplete="new-password"
              hint="本人第一次登录后须改成自己的密码。"
            />
          </CommandForm>
        </Panel>
      </Stack>
    </>
  );
}
