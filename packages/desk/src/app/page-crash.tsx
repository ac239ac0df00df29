import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';

/** A fault of ours while drawing a page; nothing was sent, so nothing was changed. */
export function PageCrash({ error }: ErrorComponentProps) {
  console.error(error);
  return (
    <div className="failure" role="alert">
      <p>
        <Icon name="octagon" tone="late" /> 系统没有把这一页显示出来，数据没有改动。
      </p>
      <Button look="small" onPress={() => window.location.reload()}>
        重新打开
      </Button>
    </div>
  );
}
