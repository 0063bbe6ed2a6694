/** The shapes that have a name in the code, each printed once. Two shapes of one name are told apart by a number. */
export class NamedTypes {
  private readonly texts = new Map<string, string>()

  /** The text to use in place: the name where there is one. */
  keep(name: string | null, text: string): string {
    if (!name || text.length < 60) {
      return text
    }
    for (let count = 1; ; count += 1) {
      const candidate = count === 1 ? name : `${name}${count}`
      const known = this.texts.get(candidate)
      if (known === undefined || known === text) {
        this.texts.set(candidate, text)

        return candidate
      }
    }
  }

  /** As declarations, by name. */
  declarations(): string[] {
    return [...this.texts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, text]) => `export type ${name} = ${text}`)
  }
}
