import { type WhoAmI, accountRoutes } from '@mingchou/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { signInGate } from '../api/gate.ts';
import { useQueryRoute } from '../api/use-query-route.ts';
import { Dialog } from '../design/dialog.tsx';
import { Waiting } from '../design/waiting.tsx';
import { readSession } from './session.ts';
import { Ways } from './sign-in-page.tsx';

/** On top of the page when the session has ended; afterwards what was being sent is sent again. */
export function SignInAgain() {
  const waiting = useSyncExternalStore(signInGate.subscribe, signInGate.isWaiting);
  return (
    <Dialog open={waiting} title="登录已过期，登录后继续" onClose={() => signInGate.settle(false)} width={620}>
      <p className="second">页面上填写的内容都还在，登录后接着办。</p>
      <Choices />
    </Dialog>
  );
}

function Choices() {
  const queries = useQueryClient();
  const choices = useQueryRoute(accountRoutes.signInChoices, {});
  if (choices.data === undefined) return <Waiting on={choices} lines={3} />;
  const signedIn = async () => {
    const before = queries.getQueryData<WhoAmI>(['account', 'who-am-i']);
    const after = await readSession();
    if (before?.person.id === after?.person.id) return signInGate.settle(true);
    // What one person typed is never sent in another's name.
    signInGate.settle(false);
    window.location.assign(import.meta.env.BASE_URL);
  };
  return <Ways choices={choices.data} onSignedIn={() => void signedIn()} />;
}
