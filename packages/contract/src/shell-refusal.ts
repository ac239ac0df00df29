import type { RefusalTable } from './refusal.ts';

/** What the server may refuse before a command reaches its noun. */
export type ShellRefusal =
  | { readonly code: 'signed-out' }
  | { readonly code: 'forged-request' }
  | { readonly code: 'not-permitted' }
  | { readonly code: 'reauthentication-required' }
  | { readonly code: 'idempotency-key-missing' }
  | { readonly code: 'idempotency-key-reused' }
  | { readonly code: 'invalid-input' }
  | { readonly code: 'unreadable-request' }
  | { readonly code: 'too-large' }
  | { readonly code: 'too-many-requests'; readonly seconds: number }
  | { readonly code: 'no-such-address' };

export const shellRefusals = {
  'signed-out': { status: 401, message: '登录已失效，本次没有办理。请重新登录后再办理，已填写的内容会保留' },
  'forged-request': { status: 403, message: '请求不是从本系统的页面发出的，没有办理。请回到本系统页面重新办理' },
  'not-permitted': { status: 403, message: '您的角色不能办理这一事项，没有办理。如确需办理，请联系系统管理员调整角色' },
  'reauthentication-required': {
    status: 403,
    message: '这一步需要在五分钟内重新输入过密码，本次没有办理。请输入密码后再办理',
  },
  'idempotency-key-missing': { status: 400, message: '请求缺少防重复编号，没有办理。请刷新页面后再办理' },
  'idempotency-key-reused': {
    status: 409,
    message: '同一防重复编号已用于另一项内容，本次没有办理。请刷新页面后再办理',
  },
  'invalid-input': { status: 400, message: '有内容没有填对，本次没有办理。请按标出的位置修改' },
  'unreadable-request': { status: 400, message: '请求内容无法读取，没有办理。请刷新页面后再办理' },
  'too-large': { status: 413, message: '内容太大，没有接收。请拆分或压缩后再上传' },
  'too-many-requests': {
    status: 429,
    message: ({ seconds }) => `操作过于频繁，本次没有办理。请等待 ${seconds} 秒后再试`,
  },
  'no-such-address': { status: 404, message: '没有这个地址。请从菜单重新进入' },
} satisfies RefusalTable<ShellRefusal>;
