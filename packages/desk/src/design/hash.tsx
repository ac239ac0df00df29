import { useState } from 'react';
import { Button } from './button.tsx';
import { hashGroups } from './hash-groups.ts';
import './hash.css';

/** A hash as people read it: groups of four, the first two bold in seal colour, with a copy button. */
export function Hash({
  value,
  name,
  short = false,
  size = 'large',
}: {
  readonly value: string;
  /** What it is the fingerprint of, for the copy button's name: 承诺. */
  readonly name: string;
  readonly short?: boolean;
  readonly size?: 'large' | 'small';
}) {
  const [copied, setCopied] = useState(false);
  const { loud, rest } = hashGroups(value, short);
  const copy = async () => {
    await navigator.clipboard?.writeText(value);
    setCopied(navigator.clipboard !== undefined);
  };
  return (
    <span className={`hash ${size}`}>
      <b>{loud}</b> {rest}{' '}
      <Button look="text" icon="copy" label={`复制${name}`} onPress={() => void copy()}>
        {copied ? '已复制' : '复制'}
      </Button>
    </span>
  );
}
