import { type SignInChoices, accountRoutes, roleName } from '@mingchou/contract';
import { useCommand } from '../api/use-command.ts';
import { RefusalNote } from '../design/waiting.tsx';

type Bureau = SignInChoices['bureaus'][number];

/** 演示: the made-up people of the bureau, by what they may do; one press signs in. */
export function PeopleToBe({
  bureau,
  password,
  onSignedIn,
}: {
  readonly bureau: Bureau;
  readonly password: string | null;
  readonly onSignedIn: () => void;
}) {
  const signIn = useCommand(accountRoutes.signInAs);
  const be = async (personId: string) => {
    const outcome = await signIn.give({ bureauId: bureau.id, personId });
    if (outcome.ok) onSignedIn();
  };
  return (
    <section aria-label="演示人员">
      <p className="sign-in-note">
        这是演示，企业与人员均为虚构。选一个人登录；
        {password !== null && (
          <>
            公开承诺、开签、公示前要再输密码，演示密码是 <b className="mono">{password}</b>
          </>
        )}
      </p>
      <RefusalNote refusal={signIn.refusal} />
      <ul className="people">
        {bureau.people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => void be(person.id)}>
              <b>{person.name}</b>
              <span>{person.roles.map((role) => roleName(role, bureau.terms)).join('、')}</span>
              <span>{person.section ?? ''}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
