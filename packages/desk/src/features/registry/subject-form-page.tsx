import { registryRoutes } from '@mingchou/contract';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Waiting } from '../../design/index.ts';
import { AddEntry, ChangeEntry } from './entry-form.tsx';
import { newSubject, SubjectFields, subjectFieldNames, subjectInput, typedSubject } from './subject-fields.tsx';

export function NewSubjectPage() {
  const go = useGo();
  return (
    <AddEntry
      noun="企业"
      route={registryRoutes.addSubject}
      initial={newSubject}
      draft="subject-new"
      toInput={subjectInput}
      names={subjectFieldNames}
      onDone={({ id, pending }) => go(pending ? '/registry/requests' : `/registry?subject=${id}`)}
      list="/registry"
    >
      <SubjectFields />
    </AddEntry>
  );
}

export function ChangeSubjectPage() {
  const go = useGo();
  const id = usePathParams()['subjectId'] ?? '';
  const subject = useQueryRoute(registryRoutes.showSubject, { id });
  if (subject.data === undefined) return <Waiting on={subject} />;
  const { version, name, contact } = subject.data;
  return (
    <ChangeEntry
      name={name}
      key={version}
      route={registryRoutes.changeSubject}
      initial={typedSubject(subject.data)}
      fixed={{ id, version }}
      draft={`subject-change:${id}:${version}`}
      toInput={subjectInput}
      names={subjectFieldNames}
      onDone={({ pending }) => go(pending ? '/registry/requests' : `/registry?subject=${id}`)}
      list={`/registry?subject=${id}`}
    >
      <SubjectFields masked={contact} />
    </ChangeEntry>
  );
}
