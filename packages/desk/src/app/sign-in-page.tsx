import { type SignInChoices, accountRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useQueryRoute } from '../api/use-query-route.ts';
import { Waiting } from '../design/waiting.tsx';
import { Logo } from './logo.tsx';
import { PasswordSignIn } from './password-sign-in.tsx';
import { PeopleToBe } from './people-to-be.tsx';
import './sign-in-page.css';

/** 登录: which bureau, and who. In a demonstration the people stand there to be chosen. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const choices = useQueryRoute(accountRoutes.signInChoices, {});
  return (
    <main className="sign-in">
      <header>
        <Logo size={40} />
        <div>
          <h1>明抽</h1>
          <p>双随机、一公开监管办公端</p>
        </div>
      </header>
      {choices.data === undefined ? <Waiting on={choices} /> : <Ways choices={choices.data} onSignedIn={onSignedIn} />}
    </main>
  );
}

/** Choice of bureau and the ways to sign in there; also inside the dialog after a time-out. */
export function Ways({ choices, onSignedIn }: { readonly choices: SignInChoices; readonly onSignedIn: () => void }) {
  const [bureauId, setBureauId] = useState(choices.bureaus[0]?.id);
  const bureau = choices.bureaus.find((one) => one.id === bureauId);
  if (bureau === undefined) {
    return <p>还没有登记任何一个局。请在服务器上运行 npx mingchou setup-link，用取得的一次性链接登记。</p>;
  }
  return (
    <>
      {choices.bureaus.length > 1 && (
        <label className="sign-in-bureau">
          所在的局
          <select value={bureauId} onChange={(event) => setBureauId(event.target.value)}>
            {choices.bureaus.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {choices.bureaus.length === 1 && <h2>{bureau.name}</h2>}
      {choices.mode === 'demonstration' ? (
        <PeopleToBe bureau={bureau} password={choices.demonstrationPassword} onSignedIn={onSignedIn} />
      ) : (
        <PasswordSignIn key={bureau.id} bureauId={bureau.id} onSignedIn={onSignedIn} />
      )}
    </>
  );
}
