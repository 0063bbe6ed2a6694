/** A page with new lines between the two marks of a part that the code writes. */
export function between(page: string, part: string, lines: string[]): string {
  const first = `<!-- ${part}: written by npm run docs:routes -->`
  const last = `<!-- end of ${part} -->`
  const begin = page.indexOf(first)
  const end = page.indexOf(last)
  if (begin < 0 || end < begin) {
    throw new Error(`A page has lost the marks between which its ${part} stand`)
  }

  return `${page.slice(0, begin + first.length)}\n\n${lines.join("\n")}\n\n${page.slice(end)}`
}
