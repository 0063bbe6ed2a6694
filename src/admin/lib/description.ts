/** Descriptions are a little HTML for the shop's pages; people of the shop write and read them as text. */
export function textOf(html: string | null): string {
  if (!html) {
    return ""
  }
  const lines = html
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .replaceAll(/<\/(p|ul|ol|h3|h4)>/gi, "\n\n</$1>")
    .replaceAll(/<\/li>/gi, "\n</li>")
  // A document of its own: nothing in it is run or fetched.
  const { body } = new DOMParser().parseFromString(lines, "text/html")

  return (body.textContent ?? "").replaceAll(/\n{3,}/g, "\n\n").trim()
}

/** Whether more than paragraphs is in it, which text alone would lose. */
export const hasFormatting = (html: string | null): boolean => /<(?!\/?(p|br)\b)[a-z/]/i.test(html ?? "")

export function htmlOf(text: string): string {
  const escaped = text.trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

  return escaped
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br />")}</p>`)
    .join("")
}
