import { type DisplaySettings, accountRoutes } from '@mingchou/contract';
import { Link } from '../address/link.tsx';
import { newIdempotencyKey, send } from '../api/client.ts';
import { useCommand } from '../api/use-command.ts';
import { Button } from '../design/button.tsx';
import { dropAllDrafts } from '../form/draft.ts';
import { useMay } from './session.ts';
import { useDisplay } from './use-display.ts';

// One after another: of two choices in one second the later is kept.
let lastSave: Promise<unknown> = Promise.resolve();

/** Under the person: 显示（字号、深色、密度）, 账号, 退出登录. */
export function PersonMenu() {
  const { display, choose: show } = useDisplay();
  const may = useMay();
  const choose = (next: DisplaySettings) => {
    show(next);
    const save = () => send(accountRoutes.saveDisplaySettings, next, newIdempotencyKey());
    lastSave = lastSave.then(save, save);
  };
  return (
    <div className="person-menu">
      <Choice
        word="字号"
        value={display.textSize}
        options={{ standard: '标准', large: '大字' }}
        onChoose={(textSize) => choose({ ...display, textSize })}
      />
      <Choice
        word="底色"
        value={display.ground}
        options={{ system: '随系统', light: '浅色', dark: '深色' }}
        onChoose={(ground) => choose({ ...display, ground })}
      />
      <Choice
        word="列表密度"
        value={display.density}
        options={{ compact: '紧凑', standard: '标准', loose: '宽松' }}
        onChoose={(density) => choose({ ...display, density })}
      />
      <div className="person-menu-ways">
        <Link to="/account/me">账号</Link>
        {may('list-people') && <Link to="/account">账号与权限</Link>}
        <SignOut />
      </div>
    </div>
  );
}

function Choice<T extends DisplaySettings[keyof DisplaySettings]>({
  word,
  value,
  options,
  onChoose,
}: {
  readonly word: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  readonly onChoose: (value: T) => void;
}) {
  const keys = keysOf(options);
  return (
    <fieldset>
      <legend>{word}</legend>
      {keys.map((key) => (
        <label key={key}>
          <input type="radio" name={`display-${word}`} checked={key === value} onChange={() => onChoose(key)} />
          {options[key]}
        </label>
      ))}
    </fieldset>
  );
}

function keysOf<T extends string>(options: Readonly<Record<T, unknown>>): readonly T[] {
  const isKey = (key: string): key is T => key in options;
  return Object.keys(options).filter(isKey);
}

function SignOut() {
  const signOut = useCommand(accountRoutes.signOut);
  const leave = async () => {
    const outcome = await signOut.give({});
    if (!outcome.ok) return;
    dropAllDrafts();
    window.location.assign(import.meta.env.BASE_URL);
  };
  return (
    <Button look="text" busy={signOut.pending} onPress={() => void leave()}>
      退出登录
    </Button>
  );
}
