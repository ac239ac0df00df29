import { planRoutes } from '@mingchou/contract';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Link, PageHead, Panel, Stack, Waiting } from '../../design/index.ts';
import { CommandForm } from '../../form/index.ts';
import { HeadFields, headFrom, headNames } from './head-form.tsx';

/** 标题、文号、印发日期 of a draft. */
export function HeadPage() {
  const go = useGo();
  const { planId = '' } = usePathParams();
  const shown = useQueryRoute(planRoutes.showPlan, { planId });
  if (shown.data === undefined) return <Waiting on={shown} />;
  const { plan } = shown.data;
  const back = `/plan/${plan.id}`;
  return (
    <>
      <PageHead title="修改标题与文号" />
      <Stack>
        <Panel label="修改标题与文号" padded>
          <CommandForm
            key={plan.version}
            route={planRoutes.updatePlan}
            initial={{
              'head.title': plan.title,
              'head.documentNo': plan.documentNo ?? '',
              'head.issuedOn': plan.issuedOn ?? '',
              'head.addressees': plan.addressees,
              upstream: plan.upstream.join('、'),
            }}
            fixed={{ planId: plan.id, version: plan.version }}
            toInput={(values) => ({ head: headFrom(values) })}
            draft={`plan-head:${plan.id}`}
            names={headNames}
            verb="保存标题与文号"
            onDone={() => go(back)}
            aside={
              <Link to={back} button="plain">
                不改，返回计划表
              </Link>
            }
          >
            <HeadFields />
          </CommandForm>
        </Panel>
      </Stack>
    </>
  );
}
