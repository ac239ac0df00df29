import { policyProfile, policyRoutes } from '@mingchou/contract';
import { policyKeys, type PolicyProfile } from '@mingchou/domain';
import { useRef, useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, DialogAnswers, formatDate, RefusalNote } from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';

/** Chooses a file of rules, tells what is in it, and adopts it as the first version or proposes it as the next. */
export function AdoptPolicy({ version }: { readonly version: number }) {
  const input = useRef<HTMLInputElement>(null);
  const [profile, setProfile] = useState<PolicyProfile>();
  const [wrong, setWrong] = useState('');

  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const checked = policyProfile.safeParse(parsed(await file.text()));
    setProfile(checked.success ? checked.data : undefined);
    const at = checked.success ? '' : checked.error.issues.map((issue) => issue.path.join('.')).join('、');
    setWrong(
      checked.success ? '' : `规则文件没有采用：${at === '' ? '不是规则文件' : `${at}写法不对`}。改正后重新选。`,
    );
  };
  return (
    <span className="adopt-policy">
      {wrong !== '' && (
        <span className="tone-late" role="alert">
          {wrong}
        </span>
      )}
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="规则文件"
        hidden
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button onPress={() => input.current?.click()}>选规则文件</Button>
      {profile !== undefined && (
        <AdoptDialog profile={profile} version={version} onClose={() => setProfile(undefined)} />
      )}
    </span>
  );
}

interface Chosen {
  readonly profile: PolicyProfile;
  readonly version: number;
  readonly onClose: () => void;
}

function AdoptDialog(chosen: Chosen) {
  const first = chosen.version === 0;
  const { profile, onClose } = chosen;
  return (
    <Dialog open title={`${first ? '采用' : '提出换用'}${profile.bureau}的规则？`} width={520} onClose={onClose}>
      <Summary profile={profile} />
      {first ? <AdoptFirst {...chosen} /> : <ProposeNext {...chosen} />}
    </Dialog>
  );
}

function Summary({ profile }: { readonly profile: PolicyProfile }) {
  const own = policyKeys.filter((key) => profile.own[key] !== undefined).length;
  return (
    <p>
      {formatDate(profile.effectiveOn)}起施行；本局自定{own}项，其余{policyKeys.length - own}项按国家规定。
      已开始的任务仍按当时的规则。
    </p>
  );
}

/** Before the first version there are no rules that would ask for a second person. */
function AdoptFirst({ profile, version, onClose }: Chosen) {
  const adopt = useCommand(policyRoutes.adoptPolicy);
  const give = async () => {
    const outcome = await adopt.give({ version, profile });
    if (outcome.ok) onClose();
  };
  return (
    <>
      <RefusalNote refusal={adopt.refusal} />
      <DialogAnswers>
        <Button onPress={onClose}>不采用</Button>
        <Button look="main" busy={adopt.pending} onPress={() => void give()}>
          采用规则
        </Button>
      </DialogAnswers>
    </>
  );
}

function ProposeNext({ profile, version, onClose }: Chosen) {
  return (
    <CommandForm
      route={policyRoutes.proposeProfile}
      initial={{ reason: '' }}
      fixed={{ version, profile }}
      names={{ reason: '换用的理由' }}
      verb="提出整份规则"
      onDone={onClose}
      aside={<Button onPress={onClose}>不换用</Button>}
    >
      <LongTextField
        name="reason"
        label="换用的理由"
        rows={2}
        maxLength={500}
        hint="由{deputyDirector}批准后采用，批准前现行规则不变。"
      />
    </CommandForm>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
