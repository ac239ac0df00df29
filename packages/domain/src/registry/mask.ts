/** What stands for a telephone number where nobody asked to see it: 138****1234. */
export function maskPhone(phone: string): string {
  return phone.length <= 7 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** What stands for an identity number: the first three and the last two characters. */
export function maskIdentityNumber(number: string): string {
  return number.length <= 5
    ? '*'.repeat(number.length)
    : `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`;
}

/** 李四光 → 李**, as natural persons stand in public. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(rest.length);
}
