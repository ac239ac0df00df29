import { registryRoutes } from '@mingchou/contract';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Link, PageHead, Panel, Stack, Waiting } from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';
import { newSubject, SubjectFields, subjectFieldNames, subjectInput, typedSubject } from './subject-fields.tsx';

export function NewSubjectPage() {
  const go = useGo();
  return (
    <>
      <PageHead title="增加企业" />
      <Stack>
        <Panel label="增加企业" padded>
          <CommandForm
            route={registryRoutes.addSubject}
            initial={newSubject}
            draft="subject-new"
            toInput={subjectInput}
            names={subjectFieldNames}
            verb="增加企业"
            onDone={({ id, pending }) => go(pending ? '/registry/requests' : `/registry?subject=${id}`)}
            aside={
              <Link to="/registry" button="plain">
                不增加，返回名录
              </Link>
            }
          >
            <SubjectFields />
          </CommandForm>
        </Panel>
      </Stack>
    </>
  );
}

export function ChangeSubjectPage() {
  const go = useGo();
  const id = usePathParams()['subjectId'] ?? '';
  const subject = useQueryRoute(registryRoutes.showSubject, { id });
  if (subject.data === undefined) return <Waiting on={subject} />;
  const { version, name, contact } = subject.data;
  return (
    <>
      <PageHead title={`修改登记　${name}`} />
      <Stack>
        <Panel label="修改登记" padded>
          <CommandForm
            key={version}
            route={registryRoutes.changeSubject}
            initial={typedSubject(subject.data)}
            fixed={{ id, version }}
            draft={`subject-change:${id}:${version}`}
            toInput={subjectInput}
            names={subjectFieldNames}
            verb="保存登记"
            onDone={({ pending }) => go(pending ? '/registry/requests' : `/registry?subject=${id}`)}
            aside={
              <Link to={`/registry?subject=${id}`} button="plain">
                不修改，返回名录
              </Link>
            }
          >
            <SubjectFields masked={contact} />
            <LongTextField name="reason" label="修改理由" rows={2} hint="记入变动记录。" />
          </CommandForm>
        </Panel>
      </Stack>
    </>
  );
}
