import { z } from 'zod';

/** Why something was written, in the officer's words. */
export const words = z.string().trim().min(2, '请写明理由').max(300, '请不要超过300字');

/** 个人信息: absent leaves what is stored, null or blank takes it away. */
export const personal = (pattern: RegExp, message: string) =>
  z
    .string()
    .trim()
    .transform((text) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase() || null)
    .refine((text) => text === null || pattern.test(text), message)
    .nullable()
    .optional();
export const phone = personal(/^(\+?86-?)?(1\d{10}|(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?)$/, '不是电话号码');
