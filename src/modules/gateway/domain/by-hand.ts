const SUFFIX = "-by-hand"

/** The key of the refund that people make because the gateway will not. */
export const byHandKey = (key: string) => `${key}${SUFFIX}`

/** The refund that a key was made for in the first place. */
export const servedBy = (key: string) => (key.endsWith(SUFFIX) ? key.slice(0, -SUFFIX.length) : key)
