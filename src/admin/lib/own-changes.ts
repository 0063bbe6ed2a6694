type Tree = Record<string, unknown>

const isObject = (value: unknown): value is Tree => typeof value === "object" && value !== null

const namesIn = (one: Tree, other: Tree): string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
]

export const isSame = (one: unknown, other: unknown): boolean =>
  isObject(one) && isObject(other)
    ? namesIn(one, other).every((name) => isSame(one[name], other[name]))
    : one === other

/** What was changed since the form was filled; the rest may be somebody else's by now, and is not sent back. */
export function changesIn<Values extends object>(before: object, after: Values): Partial<Values> {
  const changed = Object.entries(after).filter(([name, value]) => !isSame((before as Tree)[name], value))

  // Entries of `after` are what it is made of, which its type does not say.
  return Object.fromEntries(changed) as Partial<Values>
}

/** What is stored now, with what the reader has changed since `before`. A list is one value; what is gone is gone. */
export function withChanges(before: unknown, stored: unknown, typed: unknown): unknown {
  const isTree = [before, stored, typed].every((value) => isObject(value) && !Array.isArray(value))
  if (!isTree) {
    return isSame(before, typed) ? stored : typed
  }
  const [from, to, own] = [before, stored, typed] as [Tree, Tree, Tree]

  return Object.fromEntries(
    namesIn(to, own)
      .filter((name) => name in to || !(name in from))
      .map((name) => [name, withChanges(from[name], to[name], own[name])])
  )
}
