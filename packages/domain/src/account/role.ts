/** What a person may be in a bureau; one person can hold several roles at once. */
export const roles = [
  'administrator',
  'legalClerk',
  'sectionChief',
  'inspector',
  'deputyDirector',
  'auditor',
  'partner',
] as const;

/**
 * 系统管理员 administrator · 法规科经办 legalClerk · 科室（股室）负责人 sectionChief · 执法人员 inspector ·
 * 分管领导 deputyDirector · 纪检监察（只读） auditor · 配合部门 partner.
 */
export type Role = (typeof roles)[number];

/** Which roles may give which command. Every command of the contract stands in exactly one noun's table. */
export type Permissions = Readonly<Record<string, readonly Role[]>>;
