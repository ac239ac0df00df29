import './seal.css';

/**
 * 印: a filled square with one 宋体 character, its word beside it. Ink = settled inside, cinnabar = settled in public.
 * Never round, never clickable, never a warning.
 */
const meanings = {
  封: { word: '名单冻结', publicly: false },
  审: { word: '法制审核通过', publicly: false },
  批: { word: '已批准', publicly: false },
  诺: { word: '承诺公开', publicly: true },
  定: { word: '已开签', publicly: true },
  补: { word: '递补', publicly: true },
  避: { word: '回避', publicly: true },
  更: { word: '更正', publicly: true },
  公: { word: '结果公示', publicly: true },
  废: { word: '作废', publicly: true },
} as const;

export type SealCharacter = keyof typeof meanings;

export function Seal({ character, size }: { readonly character: SealCharacter; readonly size?: 'gate' | 'text' }) {
  const { word, publicly } = meanings[character];
  const look = character === '废' ? 'void' : publicly ? 'public' : 'inside';
  return (
    <i className={`seal ${look} ${size ?? 'text'}`} role="img" aria-label={word}>
      {character}
    </i>
  );
}

/** A seal with its word, for sentences and lists: `<SealWithWord character="批">吕审 3月2日</SealWithWord>`. */
export function SealWithWord({
  character,
  children,
}: {
  readonly character: SealCharacter;
  readonly children?: React.ReactNode;
}) {
  return (
    <span className="seal-with-word">
      <Seal character={character} /> {meanings[character].word}
      {children !== undefined && <span className="second">　{children}</span>}
    </span>
  );
}
