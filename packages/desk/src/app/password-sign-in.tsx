import { accountRoutes } from '@mingchou/contract';
import { CommandForm, TextField } from '../form/index.ts';

export function PasswordSignIn({
  bureauId,
  onSignedIn,
}: {
  readonly bureauId: string;
  readonly onSignedIn: () => void;
}) {
  return (
    <CommandForm
      route={accountRoutes.signIn}
      initial={{ login: '', password: '' }}
      fixed={{ bureauId }}
      names={{ login: '登录名', password: '密码' }}
      verb="登录"
      onDone={onSignedIn}
    >
      <TextField name="login" label="登录名" autoComplete="username" />
      <TextField name="password" label="密码" type="password" autoComplete="current-password" />
    </CommandForm>
  );
}
