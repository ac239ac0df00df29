import { policyKeyTitles, policyLayerTitles, policyValueText } from '@mingchou/contract';
import { type Clause, clauseTitle, type PolicyKey, type PolicyProfile, resolvePolicy } from '@mingchou/domain';
import { ClauseChip } from '../../design/index.ts';

/** Where a rule stands, with 「待核」 when nobody has checked the source. */
export function RuleChip({ clause }: { readonly clause: Clause }) {
  return (
    <ClauseChip
      clause={{
        title: clauseTitle(clause),
        ...(clause.text === undefined ? {} : { text: clause.text }),
        ...(clause.verified ? {} : { standing: 'unverified' as const }),
      }}
    />
  );
}

/** What counts for a key under one profile, in that bureau's own words: value, whose rule it is, clause. */
export function Resolved({ profile, name }: { readonly profile: PolicyProfile; readonly name: PolicyKey }) {
  const resolved = resolvePolicy(profile, name);
  return (
    <>
      <div>{policyValueText(name, resolved.value, resolvePolicy(profile, 'terms').value)}</div>
      <div className="second">
        {policyLayerTitles[resolved.layer]} <RuleChip clause={resolved.clause} />
      </div>
    </>
  );
}

/** The keys in which two profiles differ, side by side. */
export function DifferenceTable(props: {
  readonly keys: readonly PolicyKey[];
  readonly left: PolicyProfile;
  readonly right: PolicyProfile;
  readonly titles: readonly [string, string];
}) {
  const { keys, left, right, titles } = props;
  return (
    <table className="plain-table policy-compare">
      <thead>
        <tr>
          <th>规则</th>
          <th>{titles[0]}</th>
          <th>{titles[1]}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key}>
            <td className="second">{policyKeyTitles[key]}</td>
            <td>
              <Resolved profile={left} name={key} />
            </td>
            <td>
              <Resolved profile={right} name={key} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
