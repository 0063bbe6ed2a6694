/** A number as people write it, without what only parts it: `+234 803 123 4567`. */
export const asNumber = (typed: string): string => typed.replaceAll(/[\s().-]/g, "")
