import { accountRoutes } from '@mingchou/contract';
import { CommandForm, TextField } from '../form/index.ts';
import { Logo } from './logo.tsx';
import './sign-in-page.css';

/** Somebody else knows the first password, so nothing can be done before it is changed. */
export function FirstPassword({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  return (
    <main className="sign-in">
      <header>
        <Logo size={40} />
        <div>
          <h1>改成自己的密码</h1>
          <p>{name}的密码由系统管理员设定，改了以后才能办理</p>
        </div>
      </header>
      <CommandForm
        route={accountRoutes.changePassword}
        initial={{ password: '', newPassword: '' }}
        names={{ password: '现在的密码', newPassword: '新密码' }}
        verb="修改密码"
        onDone={onDone}
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
    </main>
  );
}
