const SUFFIX = "-by-hand"

/** The key of the refund that people make because the gateway will not. */
export const byHandKey = (key: string) => `${key}${SUFFIX}`

export const isByHand = (key: string) => key.endsWith(SUFFIX)

/** The refund that a key was made for in the first place. */
export const servedBy = (key: string) => (isByHand(key) ? key.slice(0, -SUFFIX.length) : key)
