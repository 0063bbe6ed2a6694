type Class = { prototype: object }

/** The methods that the classes of a service add to those that Medusa generates for its models. */
export function ownMethods({ prototype }: Class): string[] {
  const names: string[] = []
  for (let level = prototype; !isGenerated(level); level = Object.getPrototypeOf(level)) {
    names.push(...Object.getOwnPropertyNames(level).filter((name) => isMethod(level, name)))
  }

  return names.toSorted()
}

const isMethod = (level: object, name: string) =>
  name !== "constructor" &&
  !name.startsWith("__") &&
  typeof Object.getOwnPropertyDescriptor(level, name)?.value === "function"

const isGenerated = (level: object) =>
  Object.getOwnPropertyNames(level).some((name) => name.startsWith("softDelete"))

/** What a caller's mistake can hand over in place of an id, whatever the types say. */
export const NO_ID = [undefined, null, "", " "] as unknown as string[]
