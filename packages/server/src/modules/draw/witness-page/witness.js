// The witness's own half of the draw. The value is made here, stays in this browser's storage, and leaves it only at
// the reveal; until then the server has the hash and nothing else.
const token = location.pathname.split('/').pop() ?? '';
const pause = 3000;

/** @type {any} */
let view = null;
let busy = false;
let showValue = false;
let askClear = false;

const place = (id) => document.getElementById(id);
const slot = () => `mingchou-witness/${view.bureauCode}/${view.drawNo}/${view.witness}`;

function kept() {
  try {
    return JSON.parse(localStorage.getItem(slot()) ?? 'null');
  } catch {
    return null;
  }
}

function keep(record) {
  localStorage.setItem(slot(), JSON.stringify(record));
  // Some phones report a write that they did not make.
  if (kept()?.value !== record.value) throw new Error('这台设备不让网页保存数据（可能是无痕浏览）。请换普通窗口打开。');
}

function hex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fingerprint(value) {
  if (view.suite !== 'sha256' || globalThis.crypto?.subtle === undefined) {
    throw new Error('这个浏览器不能计算指纹。请用HTTPS地址，或换一个浏览器打开。');
  }
  const text = `mc-draw/1 witness|${view.bureauCode}|${view.drawNo}|${view.witness}|${value}`;
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

async function ask(path, body) {
  const options =
    body === undefined
      ? { headers: { 'X-Mingchou': '1' } }
      : {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'X-Mingchou': '1',
            'Idempotency-Key': hex(crypto.getRandomValues(new Uint8Array(16))),
          },
          body: JSON.stringify(body),
        };
  const reply = await fetch(`/api/draw/${path}`, { ...options, cache: 'no-store', referrerPolicy: 'no-referrer' });
  const answer = await reply.json();
  if (!reply.ok) throw new Error(answer.message ?? '系统没有办成，数据没有改动。请重试。');
  return answer;
}

async function refresh() {
  if (busy || document.hidden) return;
  try {
    view = await ask(`show-witness?token=${encodeURIComponent(token)}`);
    rememberCommitment();
    problem('');
  } catch (error) {
    problem(error instanceof TypeError ? '暂时连不上，正在重试。已封存的数不受影响，请不要关闭本页。' : error.message);
  }
  show();
}

/** The first C this device has seen in the log; it reveals for no other. */
function rememberCommitment() {
  const record = kept();
  if (record === null || view.commitment === null || record.c !== undefined) return;
  keep({ ...record, c: view.commitment.c });
}

function commitmentChanged() {
  const c = kept()?.c;
  return c !== undefined && view.commitment !== null && c !== view.commitment.c;
}

async function act(work) {
  if (busy) return;
  busy = true;
  show();
  try {
    await work();
    problem('');
  } catch (error) {
    problem(error instanceof TypeError ? '没有送到：网络断了。连上后再点一次，数不会变。' : error.message);
  } finally {
    busy = false;
    show();
  }
}

async function seal() {
  // A value made earlier on this device is used again: a lost reply must not make a second one.
  const record = kept() ?? { value: hex(crypto.getRandomValues(new Uint8Array(16))) };
  keep(record);
  view = await ask('seal-witness', { token, commitment: await fingerprint(record.value) });
}

async function reveal(value) {
  if (commitmentChanged()) throw new Error('没有揭示：公开的承诺与这台设备先前看到的不同。请当场指出，不要揭示。');
  view = await ask('reveal-witness', { token, value });
}

function problem(text) {
  const box = place('problem');
  box.textContent = text;
  box.hidden = text === '';
}

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** replaceChildren is missing in the browsers built into older phones. */
function fill(box, ...children) {
  box.textContent = '';
  box.append(...children);
}

function hash(text) {
  const groups = text.match(/.{1,4}/g) ?? [];
  const line = element('p', '', { class: 'hash' });
  line.append(element('b', groups.slice(0, 2).join(' ')), ` ${groups.slice(2).join(' ')}`);
  return line;
}

function button(text, onClick, main = false) {
  const made = element('button', text, { type: 'button', ...(main ? { class: 'main' } : {}) });
  made.disabled = busy;
  made.addEventListener('click', onClick);
  return made;
}

function moment(instant) {
  return new Date(instant).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

/** Re-rendering under a finger or a keyboard would lose what is typed: nothing is redrawn unless something changed. */
let drawn = '';
function show() {
  if (view === null) return;
  const state = JSON.stringify([{ ...view, now: '' }, kept(), busy, showValue, askClear]);
  if (state === drawn) return;
  drawn = state;
  place('bureau').textContent = view.bureauName;
  place('title').textContent = `第${view.drawNo}号抽签　${view.objects}`;
  place('who').textContent = `见证人${view.witness}　${view.name}　${view.organisation}`;
  showSteps();
  fill(place('now'), ...content());
  showPaper();
  showClear();
}

function showSteps() {
  const steps = [
    ['封存随机数', view.sealed !== null],
    ['承诺公开', view.commitment !== null],
    ['骰子、彩票复核', view.diceConfirmed],
    ['揭示随机数', view.revealed !== null],
  ];
  const current = view.voided ? -1 : steps.findIndex(([, done]) => !done);
  fill(
    place('steps'),
    ...steps.map(([title, done], index) => {
      const text = `${index + 1}　${title}　${done ? '✓ 已完成' : index === current ? '现在' : ''}`;
      return element('li', text, {
        ...(done ? { class: 'done' } : {}),
        ...(index === current ? { 'aria-current': 'step' } : {}),
      });
    }),
  );
}

function content() {
  if (view.voided) return [element('h2', '本次抽签已作废'), element('p', '您的随机数不再使用。承诺和作废理由留在门户。')];
  if (view.revealed !== null) return revealedContent();
  if (view.sealed === null) return sealContent();
  if (commitmentChanged()) {
    return [
      element('h2', '承诺变了，请不要揭示'),
      element('p', '公开的承诺与这台设备先前看到的不同。请当场指出，并保留本页。先前看到的是：'),
      hash(kept().c),
    ];
  }
  if (view.commitment === null || !view.diceConfirmed) return waitingContent();
  return revealContent();
}

function sealContent() {
  if (view.commitment !== null) return [element('h2', '已不能封存'), element('p', '承诺已经公开，没有收到您的指纹。')];
  return [
    element('h2', '请您封存一个随机数'),
    element('p', '点下面的按钮，这台设备会生成一个别人猜不到的数，只把它的指纹交给抽签系统。揭示时还要用这台设备、这个浏览器。'),
    button('生成并封存随机数', () => act(seal), true),
  ];
}

function waitingContent() {
  const parts = [element('h2', '已封存'), element('p', `${moment(view.sealed.at)}交出的指纹：`), hash(view.sealed.commitment)];
  if (view.commitment === null) {
    parts.push(element('p', `等待公开承诺。开启时间 ${moment(view.openAt)}。`));
    return parts;
  }
  parts.push(
    element('p', `${moment(view.commitment.at)}公开的承诺，公开日志第${view.commitment.logIndex + 1}条。请与大屏逐组对照：`),
    hash(view.commitment.c),
    element('p', `${moment(view.openAt)}开启后先投骰子、录开奖号码；两人复核之后，这里出现「揭示随机数」。`),
  );
  return parts;
}

function revealContent() {
  const record = kept();
  const head = [
    element('h2', '请您揭示随机数'),
    element('p', '骰子、彩票已经两人复核。您看到的承诺：'),
    hash(view.commitment.c),
  ];
  if (record !== null) return [...head, button('揭示随机数', () => act(() => reveal(record.value)), true)];
  const field = element('input', '', { id: 'value', autocomplete: 'off', spellcheck: 'false', inputmode: 'text' });
  return [
    ...head,
    element('p', '这台设备里没有封存的数。请用封存时的设备打开本页，或照纸上记下的32位键入。'),
    element('label', '纸上记下的数', { for: 'value' }),
    field,
    button('揭示随机数', () => act(() => reveal(field.value.replace(/\s/g, '').toLowerCase())), true),
  ];
}

function revealedContent() {
  return [
    element('h2', view.drawn ? '已揭示，抽签已完成' : '已揭示'),
    element('p', `${moment(view.revealed.at)}揭示的数：`),
    hash(view.revealed.value),
    element('p', view.drawn ? '谢谢见证。谁都可以在门户上重算这次抽签。' : '随机数到齐后由经办人开签。'),
  ];
}

function showPaper() {
  const record = kept();
  const open = record !== null && view.sealed !== null && view.revealed === null && !view.voided;
  const box = place('paper');
  box.hidden = !open;
  if (!open) return fill(box);
  const parts = [
    element('p', '揭示之前请不要清除浏览器数据、不要换设备：这个数丢了，本次抽签只能作废，并写明是因为没有揭示。可以把数记在纸上，收好，不给别人看。'),
  ];
  if (showValue) parts.push(hash(record.value));
  const text = showValue ? '记好了，收起这个数' : '显示这个数，记在纸上';
  parts.push(
    button(text, () => {
      showValue = !showValue;
      show();
    }),
  );
  fill(box, ...parts);
}

function showClear() {
  const record = kept();
  const box = place('clear');
  box.hidden = record === null;
  if (record === null) return fill(box);
  const spent = view.revealed !== null || view.voided;
  if (!askClear) {
    const start = button('清除这台设备上的数', () => {
      askClear = true;
      show();
    });
    return fill(box, start);
  }
  const warning = spent
    ? '这个数已经公开或不再使用，清除不影响抽签。'
    : '还没有揭示。清除以后，只有纸上记下的数能揭示；没有记下，本次抽签就要作废。';
  const clear = button(spent ? '清除这台设备上的数' : '我已记在纸上，清除这台设备上的数', () => {
    localStorage.removeItem(slot());
    askClear = false;
    show();
  });
  const back = button('不清除', () => {
    askClear = false;
    show();
  });
  return fill(box, element('p', warning), back, clear);
}

void refresh();
setInterval(refresh, pause);
document.addEventListener('visibilitychange', refresh);
