import { accountRoutes } from '@mingchou/contract';
import { useState } from 'react';
import type { Values } from '../form/form-state.ts';
import { CommandForm, RadioField, TextField } from '../form/index.ts';
import { Logo } from './logo.tsx';
import './sign-in-page.css';

const names = {
  'bureau.name': '局的名称',
  'bureau.slug': '网址简称',
  'bureau.regionCode': '行政区划代码',
  'bureau.sectionWord': '内设机构叫什么',
  'administrator.login': '登录名',
  'administrator.name': '姓名',
  'administrator.password': '密码',
  token: '一次性链接',
};

function toInput(values: Values): Values {
  const part = (name: string) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) => (key.startsWith(name) ? [[key.slice(name.length), value]] : [])),
    );
  return { bureau: part('bureau.'), administrator: part('administrator.') };
}

/** 登记本局: opened once, with the one-time link that the server prints; registers the bureau and its first administrator. */
export function SetUpPage() {
  const token = window.location.hash.slice(1);
  const [done, setDone] = useState(false);
  return (
    <main className="sign-in">
      <header>
        <Logo size={40} />
        <div>
          <h1>登记本局</h1>
          <p>登记局和第一个系统管理员；其他人员由系统管理员登录后登记</p>
        </div>
      </header>
      {done ? (
        <p>
          已经登记。<a href={import.meta.env.BASE_URL}>用刚才的登录名登录</a>
        </p>
      ) : (
        <CommandForm
          route={accountRoutes.setUp}
          initial={{ 'bureau.sectionWord': '股室' }}
          fixed={{ token }}
          toInput={toInput}
          names={names}
          verb="登记本局"
          onDone={() => setDone(true)}
        >
          <TextField name="bureau.name" label="局的名称" hint="如长子县应急管理局" />
          <TextField
            name="bureau.slug"
            label="网址简称"
            width={240}
            hint="小写字母、数字和短横线，用在公示门户的网址里"
          />
          <TextField name="bureau.regionCode" label="行政区划代码" width={160} kind="code" hint="6位数字" />
          <RadioField
            name="bureau.sectionWord"
            label="内设机构叫什么"
            options={[
              { value: '股室', label: '股室' },
              { value: '科室', label: '科室' },
            ]}
          />
          <TextField name="administrator.name" label="系统管理员的姓名" width={240} />
          <TextField name="administrator.login" label="登录名" width={240} autoComplete="username" />
          <TextField
            name="administrator.password"
            label="密码"
            type="password"
            width={360}
            autoComplete="new-password"
            hint="至少10位；大写字母、小写字母、数字、符号中至少三种；不能含登录名。"
          />
        </CommandForm>
      )}
    </main>
  );
}
