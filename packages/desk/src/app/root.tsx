import { Outlet, useLocation } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Failure, Loading } from '../design/waiting.tsx';
import { setDraftOwner } from '../form/draft.ts';
import { FirstPassword } from './first-password.tsx';
import { Frame } from './frame.tsx';
import { Reauthentication } from './reauthentication.tsx';
import { pageAt } from './routes.tsx';
import { useSession } from './session.ts';
import { SignInAgain } from './sign-in-again.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Nobody signed in: the sign-in page, at whatever address, so that the page asked for opens afterwards. */
export function Root() {
  const page = pageAt(useLocation().pathname);
  if (page?.open === true) return <Bare />;
  return <ForPeople bare={page?.frame === 'bare'} />;
}

function ForPeople({ bare }: { readonly bare: boolean }) {
  const session = useSession();
  const queries = useQueryClient();
  if (session.data === undefined) {
    return session.error === null ? <Loading /> : <Failure error={session.error} onRetry={session.refetch} />;
  }
  if (session.data === null) return <SignInPage onSignedIn={() => void queries.resetQueries()} />;
  const { person } = session.data;
  if (person.mustChangePassword) {
    return <FirstPassword name={person.name} onDone={() => void queries.resetQueries()} />;
  }
  setDraftOwner(person.id);
  return (
    <>
      <Frame session={session.data} bare={bare} />
      <SignInAgain />
      <Reauthentication />
    </>
  );
}

function Bare() {
  return (
    <Suspense fallback={<Loading />}>
      <Outlet />
    </Suspense>
  );
}
