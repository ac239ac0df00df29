/** Printed on the sign-in page of a demonstration; it opens made-up records only. */
export const demonstrationPassword = 'mingchou-demo';
