import type { PasswordRefusal, PersonRefusal, SectionId, SectionRefusal } from '@mingchou/domain';
import { inTerms, type Role, roles, type Terms } from '@mingchou/domain';
import { z } from 'zod';
import { idOf } from './id.ts';
import { listInput, pageOf } from './list.ts';
import { policyValueSchemas } from './policy.ts';
import { command, query } from './route.ts';
import type { RefusalTable } from './refusal.ts';

const id = z.uuid();
const version = z.number().int().min(1);
const role = z.enum(roles);
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9\p{Script=Han}._-]{2,30}$/u, '登录名为2到30个汉字、字母或数字');
const personName = z.string().trim().min(1).max(30);
const password = z.string().min(1).max(200);
const done = z.object({ id, version });

/** Each role with the bureau's words left open; `roleName` says it. */
export const roleTitles = {
  administrator: '系统管理员',
  legalClerk: '{legalSection}经办',
  sectionChief: '{section}负责人',
  inspector: '执法人员',
  deputyDirector: '{deputyDirector}',
  auditor: '纪检监察',
  partner: '配合部门',
} as const satisfies Record<Role, string>;

/** What a role is called in the bureau: 股室负责人. */
export function roleName(held: Role, terms: Terms): string {
  return inTerms(roleTitles[held], terms);
}

/** Who is signed in, where, and at what time; everything the desk's frame shows. */
export const whoAmI = z.object({
  bureau: z.object({
    id,
    slug: z.string(),
    name: z.string(),
    /** 本局用语 of the rules in force. */
    terms: policyValueSchemas.terms,
    demonstration: z.boolean(),
  }),
  person: z.object({
    id,
    login: z.string(),
    name: z.string(),
    roles: z.array(role),
    section: z.object({ id, name: z.string() }).nullable(),
    inspectorId: id.nullable(),
    mustChangePassword: z.boolean(),
  }),
  /** The bureau's business time; in a demonstration it is marked 演示时间. */
  now: z.string(),
  /** When the password was last entered again, in real time. */
  reauthenticatedAt: z.string().nullable(),
  /** The real time, to count the five minutes against. */
  machineNow: z.string(),
});
export type WhoAmI = z.infer<typeof whoAmI>;

export const signInChoices = z.object({
  mode: z.enum(['demonstration', 'production']),
  /** Printed on the sign-in page of a demonstration; asked again before commitment, draw and disclosure. */
  demonstrationPassword: z.string().nullable(),
  bureaus: z.array(
    z.object({
      id,
      slug: z.string(),
      name: z.string(),
      /** 本局用语 of the rules in force. */
      terms: policyValueSchemas.terms,
      /** The people to sign in as; empty outside a demonstration. */
      people: z.array(z.object({ id, name: z.string(), roles: z.array(role), section: z.string().nullable() })),
    }),
  ),
});
export type SignInChoices = z.infer<typeof signInChoices>;

/** 内设机构 with the one it belongs to. */
export const sectionRow = z.object({
  id: idOf<SectionId>(),
  version: z.number().int(),
  code: z.string(),
  name: z.string(),
  parentId: idOf<SectionId>().nullable(),
});
export type SectionRow = z.infer<typeof sectionRow>;

export const personRow = z.object({
  id,
  version,
  login: z.string(),
  name: z.string(),
  roles: z.array(role),
  section: z.object({ id, name: z.string() }).nullable(),
  inspectorId: id.nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  /** Masked. */
  identityNumber: z.string().nullable(),
  status: z.enum(['active', 'disabled']),
});
export type PersonRow = z.infer<typeof personRow>;

/** A list as one person made it: its columns in their order, which are shown, and widths in px where one was set. */
export const listViewSchema = z.object({
  columns: z
    .array(
      z.object({
        key: z.string().max(60),
        shown: z.boolean(),
        width: z.number().int().min(40).max(2000).nullable(),
      }),
    )
    .max(60),
});
export type ListView = z.infer<typeof listViewSchema>;

/** 显示: 字号, 底色 and 列表密度; contrast and motion follow the system's own settings. */
export const displaySettingsSchema = z.object({
  textSize: z.enum(['standard', 'large']),
  ground: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'standard', 'loose']),
});
export type DisplaySettings = z.infer<typeof displaySettingsSchema>;

export const setupInput = z.object({
  token: z.string().min(20).max(100),
  bureau: z.object({
    slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, '网址简称为小写字母、数字和短横线'),
    name: z.string().trim().min(2).max(60),
    regionCode: z.string().regex(/^[0-9]{6}$/, '行政区划代码为6位数字'),
    sectionWord: z.enum(['科室', '股室']),
  }),
  administrator: z.object({ login, name: personName, password }),
});

const noun = 'account';
const nothing = z.object({});
const list = z.string().regex(/^[a-z][a-z0-9.-]{0,59}$/);

export const accountRoutes = {
  signInChoices: query({
    ...{ noun, name: 'sign-in-choices', summary: '登录页：有哪些局；演示时还有可以登录的人员' },
    ...{ input: nothing, reply: signInChoices },
  }),
  signIn: command({
    ...{ noun, name: 'sign-in', summary: '用登录名和密码登录' },
    ...{ input: z.object({ bureauId: id, login, password }), reply: nothing },
  }),
  signInAs: command({
    ...{ noun, name: 'sign-in-as', summary: '演示：以所选人员登录' },
    ...{ input: z.object({ bureauId: id, personId: id }), reply: nothing },
  }),
  signOut: command({ noun, name: 'sign-out', summary: '退出登录', input: nothing, reply: nothing }),
  reauthenticate: command({
    ...{ noun, name: 're-authenticate', summary: '重新输入密码，五分钟内可以办理不可撤销的事项' },
    ...{ input: z.object({ password }), reply: z.object({ reauthenticatedAt: z.string() }) },
  }),
  changePassword: command({
    ...{ noun, name: 'change-password', summary: '修改自己的密码；其他地方的登录随即失效' },
    ...{ input: z.object({ password, newPassword: password }), reply: nothing },
  }),
  setUp: command({
    ...{ noun, name: 'set-up', summary: '用一次性链接登记本局和第一个系统管理员' },
    ...{ input: setupInput, reply: z.object({ bureauId: id }) },
  }),
  whoAmI: query({ noun, name: 'who-am-i', summary: '当前登录的人员、局和时间', input: nothing, reply: whoAmI }),
  listPeople: query({
    ...{ noun, name: 'list-people', summary: '人员账号清单' },
    ...{ input: listInput.extend({ role: role.optional() }), reply: pageOf(personRow) },
  }),
  listSections: query({
    ...{ noun, name: 'list-sections', summary: '内设机构清单' },
    ...{ input: nothing, reply: z.object({ rows: z.array(sectionRow) }) },
  }),
  addSection: command({
    ...{ noun, name: 'add-section', summary: '登记内设机构' },
    input: z.object({
      code: z.string().regex(/^[A-Z]{2,4}$/, '简称为2到4个大写字母'),
      name: z.string().trim().min(2).max(30),
    }),
    reply: done,
  }),
  moveSection: command({
    ...{ noun, name: 'move-section', summary: '调整内设机构归哪个机构；不归谁的为空' },
    ...{ input: z.object({ id, version, parentId: id.nullable() }), reply: done },
  }),
  addPerson: command({
    ...{ noun, name: 'add-person', summary: '登记人员账号' },
    input: z.object({
      ...{ login, name: personName, roles: z.array(role).min(1), sectionId: id.nullable() },
      ...{ phone: z.string().trim().max(20).nullable(), identityNumber: z.string().trim().max(18).nullable() },
      /** The first password; the person must change it. */
      password,
    }),
    reply: done,
  }),
  changeRoles: command({
    ...{ noun, name: 'change-roles', summary: '调整人员的角色和内设机构' },
    ...{ input: z.object({ id, version, roles: z.array(role).min(1), sectionId: id.nullable() }), reply: done },
  }),
  disablePerson: command({
    ...{ noun, name: 'disable-person', summary: '停用人员账号，已有登录随即失效' },
    ...{ input: z.object({ id, version, reason: z.string().trim().min(2).max(200) }), reply: done },
  }),
  enablePerson: command({
    ...{ noun, name: 'enable-person', summary: '恢复人员账号' },
    ...{ input: z.object({ id, version }), reply: done },
  }),
  resetPassword: command({
    ...{ noun, name: 'reset-password', summary: '为人员设一个首次密码，并解除锁定' },
    ...{ input: z.object({ id, version, password }), reply: done },
  }),
  linkPersonToInspector: command({
    ...{ noun, name: 'link-person-to-inspector', summary: '把账号对应到执法人员名录' },
    ...{ input: z.object({ id, version, inspectorId: id }), reply: done },
  }),
  revealPersonNumber: command({
    ...{ noun, name: 'reveal-person-number', summary: '显示完整的电话或身份证号，并留痕' },
    keepReply: false,
    ...{ input: z.object({ id, which: z.enum(['phone', 'identityNumber']) }), reply: z.object({ value: z.string() }) },
  }),
  findListView: query({
    ...{ noun, name: 'find-list-view', summary: '本人在某个清单上选的列、次序和宽度' },
    ...{ input: z.object({ list }), reply: z.object({ view: listViewSchema.nullable() }) },
  }),
  saveListView: command({
    ...{ noun, name: 'save-list-view', summary: '记住本人在某个清单上选的列、次序和宽度' },
    ...{ input: z.object({ list, view: listViewSchema }), reply: nothing },
  }),
  findDisplaySettings: query({
    ...{ noun, name: 'find-display-settings', summary: '本人的显示设置' },
    ...{ input: nothing, reply: displaySettingsSchema },
  }),
  saveDisplaySettings: command({
    ...{ noun, name: 'save-display-settings', summary: '保存本人的显示设置' },
    ...{ input: displaySettingsSchema, reply: nothing },
  }),
  advanceDemonstrationClock: command({
    ...{ noun, name: 'advance-demonstration-clock', summary: '演示：把本局的演示时间向前拨' },
    ...{
      input: z.object({ to: z.iso.datetime({ message: '请填写日期和时间' }) }),
      reply: z.object({ now: z.string() }),
    },
  }),
};

export type AccountRefusal =
  | PersonRefusal
  | PasswordRefusal
  | { readonly code: 'wrong-login-or-password' }
  | { readonly code: 'wrong-password' }
  | { readonly code: 'name-locked'; readonly minutes: number }
  | { readonly code: 'no-session' }
  | { readonly code: 'demonstration-only' }
  | { readonly code: 'setup-link-void' }
  | { readonly code: 'bureau-exists' }
  | { readonly code: 'stale-person'; readonly changedBy: string; readonly changedAt: string }
  | { readonly code: 'section-exists' }
  | SectionRefusal
  | { readonly code: 'section-stale' }
  | { readonly code: 'inspector-taken' }
  | { readonly code: 'not-your-number' }
  | { readonly code: 'no-number' }
  | { readonly code: 'number-erased' }
  | { readonly code: 'clock-not-forward'; readonly now: string };

export const accountRefusals = {
  'duties-not-apart': {
    status: 422,
    message: ({ role: held }) => `没有保存：${roleTitles[held]}不能同时担任其他角色（三员分立）。请分别登记账号`,
  },
  'login-taken': { status: 409, message: ({ login: taken }) => `没有登记：登录名“${taken}”已有人使用。请换一个登录名` },
  'no-such-person': { status: 404, message: '没有找到这个人员账号。请刷新清单后再选' },
  'no-such-section': { status: 422, message: '没有保存：所选{section}不在本局。请重新选择' },
  'already-disabled': { status: 409, message: '这个账号已经停用，无需再次停用' },
  'already-active': { status: 409, message: '这个账号没有停用，无需恢复' },
  'own-account': { status: 422, message: '没有保存：不能改动自己的角色或停用自己。请由另一位系统管理员办理' },
  'password-too-short': { status: 422, message: ({ least }) => `密码没有改：至少需要 ${least} 位。请换一个更长的密码` },
  'password-too-simple': {
    status: 422,
    message: '密码没有改：大写字母、小写字母、数字、符号中至少要有三种。请换一个密码',
  },
  'password-contains-login': { status: 422, message: '密码没有改：密码里不能含有登录名。请换一个密码' },
  'wrong-login-or-password': {
    status: 422,
    message: '没有登录：登录名或密码不对。请核对后再输，连续五次不对会锁定三十分钟',
  },
  'wrong-password': { status: 422, message: '没有通过：密码不对。请核对后再输，连续五次不对会锁定三十分钟' },
  'name-locked': {
    status: 423,
    message: ({ minutes }) =>
      `没有登录：连续五次输错，已锁定，约 ${minutes} 分钟后可再试。急用请联系系统管理员重设密码`,
  },
  'no-session': { status: 401, message: '登录已失效，本次没有办理。请重新登录' },
  'demonstration-only': { status: 403, message: '没有办理：这一步只用于演示，正式使用的系统不提供' },
  'setup-link-void': {
    status: 422,
    message: '没有登记：这个一次性链接无效、已过期或已用过。请在服务器上运行 npx mingchou setup-link 取得新链接',
  },
  'bureau-exists': { status: 409, message: '没有登记：同名或同网址简称的局已经登记。请换一个名称，或直接登录' },
  'stale-person': {
    status: 409,
    message: ({ changedBy, changedAt }) =>
      `没有保存：您打开页面以后，${changedBy}已于 ${changedAt} 改过这个账号。请刷新后核对，再办理`,
  },
  'section-under-itself': {
    status: 422,
    message: ({ names }) => `没有调整：${names.join('之下是')}，绕成了一圈。请先把${names.at(-2) ?? ''}移到别处。`,
  },
  'section-stale': { status: 409, message: '没有调整：这个{section}刚被别人调整过。请刷新后再办。' },
  'section-exists': { status: 409, message: '没有登记：已有同名或同简称的{section}' },
  'inspector-taken': { status: 409, message: '没有保存：这名执法人员已对应到另一个账号。请先核对名录' },
  'not-your-number': { status: 403, message: '没有显示：您的角色不能查看他人的完整号码' },
  'number-erased': {
    status: 409,
    message: '没有显示：这个账号的个人信息保存期已满，已经销毁，不能恢复。需要时请本人重新提供后登记',
  },
  'no-number': { status: 404, message: '这个账号没有登记该号码' },
  'clock-not-forward': {
    status: 422,
    message: ({ now }) => `演示时间没有拨动：只能向前拨，当前为 ${now}。请选更晚的时间`,
  },
} satisfies RefusalTable<AccountRefusal>;
