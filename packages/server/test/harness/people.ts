import type { Role } from '@mingchou/domain';

/** The story's people, all made up. Login and name are the same. */
export const storyPeople: readonly {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly section: string;
}[] = [
  { name: '何书', roles: ['legalClerk'], section: 'FG' },
  { name: '施核', roles: ['sectionChief'], section: 'WH' },
  { name: '吕审', roles: ['deputyDirector'], section: 'BG' },
  { name: '管理员', roles: ['administrator'], section: 'BG' },
  { name: '纪检', roles: ['auditor'], section: 'BG' },
  ...['赵一', '钱二', '李四', '吴六', '冯八', '陈九', '褚十', '卫十一', '蒋十二', '沈十三', '韩十四', '杨十五'].map(
    (name) => ({ name, roles: ['inspector'] as const, section: 'WH' }),
  ),
];

export const storySections = [
  ['FG', '法规股'],
  ['WH', '危化股'],
  ['BG', '办公室'],
] as const;

/** Everybody's password in tests. */
export const testPassword = 'Mingchou-2022';
