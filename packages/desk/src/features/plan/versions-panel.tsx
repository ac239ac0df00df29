import { planStatusTerms } from '@mingchou/domain';
import { useState } from 'react';
import { useMay } from '../../app/session.ts';
import { Button, formatDate, Link, Panel, StateText } from '../../design/index.ts';
import { AmendDialog, AmendmentTermsDialog } from './amendment-dialog.tsx';
import type { ShownPlan } from './shown-plan.ts';

type Version = ShownPlan['versions'][number];

/** 版本与修订: the year's plan and its amendments, which one counts today, and what is different between them. */
export function VersionsPanel({ shown }: { readonly shown: ShownPlan }) {
  const { plan, versions } = shown;
  const [asking, setAsking] = useState<'amend' | 'terms'>();
  const may = useMay();
  const open = versions.some(({ status }) => status !== 'approved' && status !== 'published');
  const amends = !open && may('amend-plan');
  if (versions.length < 2 && !amends) return null;
  return (
    <Panel as="aside" title="版本与修订" sub={versions.length < 2 ? '没有修订过' : `共${versions.length}个版本`} padded>
      <ul className="plan-versions">
        {versions.map((version) => (
          <VersionLine key={version.id} version={version} shown={shown} />
        ))}
      </ul>
      <div className="row-commands">
        {amends && (
          <Button look="small" onPress={() => setAsking('amend')}>
            修订计划
          </Button>
        )}
        {plan.amendment !== null && plan.status === 'draft' && may('update-amendment') && (
          <Button look="small" onPress={() => setAsking('terms')}>
            修改理由和日期
          </Button>
        )}
      </div>
      {asking === 'amend' && <AmendDialog shown={shown} onClose={() => setAsking(undefined)} />}
      {asking === 'terms' && <AmendmentTermsDialog shown={shown} onClose={() => setAsking(undefined)} />}
    </Panel>
  );
}

function VersionLine({ version, shown }: { readonly version: Version; readonly shown: ShownPlan }) {
  const { plan, versions } = shown;
  const name = versionName(version.no);
  const former = versions.find(({ no }) => no === version.no - 1);
  return (
    <li>
      <div>
        {version.id === plan.id ? <b>{name}</b> : <Link to={`/plan/${version.id}`}>{name}</Link>}{' '}
        <Standing version={version} shown={shown} />
      </div>
      {version.reason !== null && <div className="second">{version.reason}</div>}
      {former !== undefined && (
        <div>
          <Link to={`/plan/${version.id}/compare/${former.id}`}>与{versionName(former.no)}对照</Link>
        </div>
      )}
    </li>
  );
}

function Standing({ version, shown }: { readonly version: Version; readonly shown: ShownPlan }) {
  if (version.inForce) return <StateText kind="done">现行</StateText>;
  if (version.from === null) {
    const kind = version.status === 'draft' ? 'draft' : 'waiting';
    return <StateText kind={kind}>{planStatusTerms[version.status]}</StateText>;
  }
  const current = shown.versions.find(({ inForce }) => inForce);
  const replaced = current !== undefined && current.no > version.no;
  return (
    <StateText kind="none">{replaced ? '已被修订' : `${formatDate(version.from, shown.plan.year)}起施行`}</StateText>
  );
}

export function versionName(no: number): string {
  return no === 0 ? '原计划' : `第${no}次修订`;
}
