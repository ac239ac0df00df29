import { accountRoutes } from '@mingchou/contract';
import { useSyncExternalStore } from 'react';
import { reauthenticationGate } from '../api/gate.ts';
import { useQueryRoute } from '../api/use-query-route.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { CommandForm, TextField } from '../form/index.ts';

/** 再次输入密码: before commitment, draw and disclosure; good for five minutes. */
export function Reauthentication() {
  const waiting = useSyncExternalStore(reauthenticationGate.subscribe, reauthenticationGate.isWaiting);
  const leave = () => reauthenticationGate.settle(false);
  return (
    <Dialog open={waiting} title="再输一次密码，证明是您本人" onClose={leave} width={460}>
      <PasswordForm onLeave={leave} />
    </Dialog>
  );
}

function PasswordForm({ onLeave }: { readonly onLeave: () => void }) {
  const choices = useQueryRoute(accountRoutes.signInChoices, {});
  const password = choices.data?.demonstrationPassword ?? null;
  return (
    <CommandForm
      route={accountRoutes.reauthenticate}
      initial={{ password: '' }}
      names={{ password: '密码' }}
      verb="输入密码并继续"
      onDone={() => reauthenticationGate.settle(true)}
      aside={<Button onPress={onLeave}>暂不办理</Button>}
    >
      <TextField
        name="password"
        label="密码"
        type="password"
        autoComplete="current-password"
        hint={`这一步办理后不能改回。五分钟内办理其他同类事项不再询问。${password === null ? '' : `演示密码是${password}。`}`}
      />
    </CommandForm>
  );
}
