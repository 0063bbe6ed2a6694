/**
 * What a statement does, without its values: statements that differ in ids, in the length of a list or in the
 * number of rows have one shape.
 */
export function shapeOf(text: string): string {
  const bare = text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/'(?:[^']|'')*'/g, "?")
    .replaceAll(/\$\d+|\bNULL\b|(?<![\w"])-?\d+(?:\.\d+)?(?![\w"])/g, "?")
    // Column lists say nothing that the table does not say.
    .replace(/^select .*? from /, "select … from ")
    .replace(/^(insert into "?\w+"?) \(.*?\) values .*?( on conflict| returning|$)/, "$1 …$2")
    .replaceAll(/ when \(.*?\) then \?/g, " when …")

  return [
    [/\? = \? or /g, ""],
    [/\?(, \?)+/g, "?"],
    [/(\([^()]*\))( or \1)+/g, "$1"],
    [/((?:"\w+"\.)?"\w+" = \?)( or \1)+/g, "$1"],
    [/(\([^()]*\))( or \1)+/g, "$1"],
    [/\(\(([^()]*)\)\)/g, "($1)"],
    [/ = \?(?=[ )]|$)| in \(\?\)/g, " = ?"],
    [/( when …)+/g, " when …"],
    [/\(((?:(?:"\w+"\.)?"\w+" = \?(?: and )?)+)\)/g, "$1"],
  ]
    .reduce((shape, [pattern, by]) => shape.replaceAll(pattern as RegExp, by as string), bare)
    .trim()
}

/** Which shapes one side sends more often than the other, most first. */
export function diffStatements(left: string[], right: string[]): { more: number; shape: string }[] {
  const counts = new Map<string, number>()
  const count = (texts: string[], by: number) => {
    for (const shape of texts.map(shapeOf)) {
      counts.set(shape, (counts.get(shape) ?? 0) + by)
    }
  }
  count(left, 1)
  count(right, -1)

  return [...counts]
    .filter(([, more]) => more !== 0)
    .map(([shape, more]) => ({ more, shape }))
    .toSorted((a, b) => b.more - a.more)
}
