import { policyProfile, policyRoutes } from '@mingchou/contract';
import { type PolicyProfile, policyDifferences, policyKeys } from '@mingchou/domain';
import { useRef, useState } from 'react';
import { useQueryRoute } from '../../api/index.ts';
import { Button, Column, formatDate, Link, PageHead, Panel, Stack, Waiting } from '../../design/index.ts';
import { DifferenceTable } from './rule-chip.tsx';
import './policy-page.css';

/**
 * 规则对照: the bureau's own rules beside a shipped sample, an earlier version of its own, or a file. No tenant sees the
 * live rules of another.
 */
export function ComparePage() {
  const current = useQueryRoute(policyRoutes.currentPolicy, {});
  const history = useQueryRoute(policyRoutes.policyHistory, {});
  const samples = useQueryRoute(policyRoutes.listSamplePolicies, {});
  const [file, setFile] = useState<PolicyProfile>();
  const [chosen, setChosen] = useState('0');
  if (current.data === undefined) return <Waiting on={current} />;
  if (history.data === undefined) return <Waiting on={history} />;
  if (samples.data === undefined) return <Waiting on={samples} />;
  const { profile, version } = current.data;
  const others = [
    ...samples.data.profiles.filter(({ bureau }) => bureau !== profile.bureau).map((one) => named('样例', one)),
    ...history.data.versions
      .filter((one) => one.version !== version)
      .map((one) => ({
        title: `本局第${one.version}版（${formatDate(one.profile.effectiveOn)}起）`,
        profile: one.profile,
      })),
    ...(file === undefined ? [] : [named('文件', file)]),
  ];
  const other = others[Number(chosen)] ?? others[0];
  return (
    <>
      <PageHead
        title="规则对照"
        meta="与随系统提供的样例、本局以前的版本或一份规则文件对照"
        actions={
          <>
            <ReadFile
              onRead={(read) => {
                setFile(read);
                setChosen(String(others.length - (file === undefined ? 0 : 1)));
              }}
            />
            <Link to="/policy" button="plain">
              返回本局规则
            </Link>
          </>
        }
      />
      <Stack>
        <Panel title="对照" padded>
          <label className="field">
            与{' '}
            <select value={chosen} aria-label="与哪一份对照" onChange={(event) => setChosen(event.target.value)}>
              {others.map((one, index) => (
                <option key={one.title} value={index}>
                  {one.title}
                </option>
              ))}
            </select>
          </label>
        </Panel>
        {other !== undefined && (
          <Compared
            own={profile}
            ownTitle={`${profile.bureau}第${version}版`}
            other={other.profile}
            title={other.title}
          />
        )}
      </Stack>
    </>
  );
}

function named(kind: string, profile: PolicyProfile) {
  return { title: `${kind}：${profile.bureau}（${formatDate(profile.effectiveOn)}起）`, profile };
}

function Compared(props: {
  readonly own: PolicyProfile;
  readonly ownTitle: string;
  readonly other: PolicyProfile;
  readonly title: string;
}) {
  const { own, other } = props;
  const differences = policyDifferences(own, other);
  const differing = new Set(differences.map(({ key }) => key));
  const same = policyKeys.filter((key) => !differing.has(key));
  const parts = [
    { title: '取值不同', keys: differences.filter(({ kind }) => kind === 'value').map(({ key }) => key) },
    { title: '取值相同，依据不同', keys: differences.filter(({ kind }) => kind === 'clause').map(({ key }) => key) },
    { title: '相同', keys: same },
  ].filter(({ keys }) => keys.length > 0);
  return (
    <Column>
      {parts.map(({ title, keys }) => (
        <Panel key={title} title={title} sub={`${keys.length}项`}>
          <DifferenceTable keys={keys} left={own} right={other} titles={[props.ownTitle, props.title]} />
        </Panel>
      ))}
    </Column>
  );
}

/** A file of rules is only compared here, not adopted, and does not leave the browser. */
function ReadFile({ onRead }: { readonly onRead: (profile: PolicyProfile) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const parsed = policyProfile.safeParse(parsedJson(await file.text()));
    setWrong(!parsed.success);
    if (parsed.success) onRead(parsed.data);
  };
  return (
    <>
      {wrong && (
        <span className="tone-late" role="alert">
          没有对照：这不是规则文件。请另选。
        </span>
      )}
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="对照的规则文件"
        hidden
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button onPress={() => input.current?.click()}>选规则文件对照</Button>
    </>
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
