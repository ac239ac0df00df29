import { type ReactNode, useEffect } from 'react';
import './page-head.css';
import { useSay } from './words.tsx';

interface PageHeadProps {
  /** Names the thing: 第2号抽签　危险化学品生产经营企业. */
  readonly title: string;
  /** `<StateTag>` or `<SealWithWord>`. */
  readonly state?: ReactNode;
  /** One line that answers the page's question or says who edits and what was saved when. */
  readonly meta?: ReactNode;
  /** At most two plain buttons and one filled (`look="main"`), in this order. */
  readonly actions?: ReactNode;
  /** A step bar (`<Steps>`) under the title. */
  readonly children?: ReactNode;
}

/** First thing on every desk page. Sets the browser tab's title too. */
export function PageHead({ title: words, state, meta, actions, children }: PageHeadProps) {
  const say = useSay();
  const title = say(words);
  useEffect(() => {
    document.title = `${title} · 明抽`;
  }, [title]);
  return (
    <div className="page-head">
      <div className="page-head-row">
        <h1>{title}</h1>
        {state}
        {meta !== undefined && <span className="page-head-meta">{typeof meta === 'string' ? say(meta) : meta}</span>}
        {actions !== undefined && <div className="page-head-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
