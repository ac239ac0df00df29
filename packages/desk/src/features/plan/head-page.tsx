import { planRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Link, PageHead, Panel, Stack, Waiting } from '../../design/index.ts';
import { CommandForm } from '../../form/index.ts';
import { HeadFields, headFrom, headNames } from './head-form.tsx';
import { Changed, useOpened } from './opened-version.tsx';
import type { ShownPlan } from './shown-plan.ts';

/** 标题、文号、印发日期 of a draft. */
export function HeadPage() {
  const { planId = '' } = usePathParams();
  const shown = useQueryRoute(planRoutes.showPlan, { planId }, { every: 10_000 });
  if (shown.data === undefined) return <Waiting on={shown} />;
  return (
    <>
      <PageHead title="修改标题与文号" />
      <Stack>
        <Panel label="修改标题与文号" padded>
          <HeadForm shown={shown.data} />
        </Panel>
      </Stack>
    </>
  );
}

function HeadForm({ shown }: { readonly shown: ShownPlan }) {
  const go = useGo();
  const { plan } = shown;
  const now = {
    'head.title': plan.title,
    'head.documentNo': plan.documentNo ?? '',
    'head.issuedOn': plan.issuedOn ?? '',
    'head.addressees': plan.addressees,
    'head.publicity': plan.publicity ?? '',
    upstream: plan.upstream.join('、'),
    'head.imprint.copies': plan.imprint?.copies ?? '',
    'head.imprint.office': plan.imprint?.office ?? '',
    'head.imprint.printedOn': plan.imprint?.printedOn ?? '',
  };
  const opened = useOpened(plan, now);
  const [taken, setTaken] = useState(0);
  const back = `/plan/${plan.id}`;
  return (
    <CommandForm
      key={taken}
      route={planRoutes.updatePlan}
      initial={now}
      fixed={{ planId: plan.id, version: opened.version }}
      toInput={(values) => ({ head: headFrom(values) })}
      draft={`plan-head:${plan.id}:${opened.mark}`}
      names={headNames}
      verb="保存标题与文号"
      onDone={() => go(back)}
      aside={
        <Link to={back} button="plain">
          不改，返回计划表
        </Link>
      }
    >
      <Changed
        plan={plan}
        opened={opened}
        now={now}
        names={headNames}
        onTakeTheirs={() => {
          opened.keepMine();
          setTaken(taken + 1);
        }}
      />
      <HeadFields />
    </CommandForm>
  );
}
