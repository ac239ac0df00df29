import { useDeferredValue, useRef, useState } from 'react';
import { Link } from '../address/link.tsx';
import { Icon } from '../design/icon.tsx';
import { useSay } from '../design/words.tsx';
import { searchSources } from './routes.tsx';
import type { SearchSource } from './search-source.ts';
import { useKey } from './keys.tsx';

/** The search box of the top bar; `/` goes there, Enter opens the first thing found, Esc closes. */
export function TopSearch() {
  const box = useRef<HTMLInputElement>(null);
  const hits = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  useKey('/', () => box.current?.focus());
  const close = () => setText('');
  return (
    <div
      className="top-search"
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
    >
      <label className="top-search-box">
        <Icon name="search" />
        <input
          ref={box}
          type="search"
          value={text}
          aria-label="查找企业、任务、文号、代码"
          placeholder="企业、任务、文号、代码，支持拼音首字母"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && hits.current?.querySelector('a')?.click()}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      {asked !== '' && (
        <div className="top-hits" ref={hits} role="region" aria-label="查找结果" aria-live="polite">
          <Found text={asked} onOpen={close} />
        </div>
      )}
    </div>
  );
}

function Found({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) {
  return (
    <>
      {searchSources.map((source) => (
        <FoundIn key={source.word} source={source} text={text} onOpen={onOpen} />
      ))}
      <p className="hint">按名称、文号、代码末几位或拼音首字母查找。</p>
    </>
  );
}

function FoundIn({
  source,
  text,
  onOpen,
}: {
  readonly source: SearchSource;
  readonly text: string;
  readonly onOpen: () => void;
}) {
  const say = useSay();
  const hits = source.useHits(text);
  if (hits.length === 0) return null;
  return (
    <section aria-label={say(source.word)}>
      <h3>{say(source.word)}</h3>
      {hits.slice(0, 6).map((hit) => (
        <Link key={hit.key} to={hit.to} onPress={onOpen}>
          <span>{hit.name}</span>
          <span className="second mono">{hit.detail}</span>
        </Link>
      ))}
    </section>
  );
}
