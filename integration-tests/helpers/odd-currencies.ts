/** Currencies of 2, 0, 3 and 3 digits; prices in Tunisia include the tax. */
export const DIGITS = { ngn: 2, xof: 0, kwd: 3, tnd: 3 } as const
export type Currency = keyof typeof DIGITS
export const CURRENCIES = Object.keys(DIGITS) as Currency[]
