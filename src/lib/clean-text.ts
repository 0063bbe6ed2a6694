import sanitizeHtml from "sanitize-html"

/**
 * What no text of ours needs: control characters but tab and line feed, half surrogates, the byte order mark, and the
 * marks that turn the direction of what follows (`exe.gpj` shown as `jpg.exe`). Joiners stay: Persian and emoji need them.
 */
const HIDDEN = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu

const TAG = /<[a-z/!?][^<>]*>/gi
const SILENT_ELEMENT = /<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/gi
const TAG_START = /<(?=[a-z/!?])/gi

const RICH: sanitizeHtml.IOptions = {
  allowedTags: ["p", "br", "ul", "ol", "li", "b", "strong", "i", "em", "h3", "h4", "a"],
  allowedAttributes: { a: ["href", "rel"] },
  allowedSchemes: ["http", "https"],
  allowedSchemesAppliedToAttributes: ["href"],
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform("a", { rel: "nofollow noopener" }) },
  nestingLimit: 20,
}

const withoutHidden = (text: string) =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(HIDDEN, "")
    .normalize("NFC")

/**
 * Text of vendors and buyers as it is stored: no markup, nothing hidden, NFC, trimmed. It is not escaped, since
 * whoever shows it escapes: "a < b & c" stays as it was typed. Cleaning twice changes nothing.
 */
export function plainText(text: string): string {
  let cleaned = withoutHidden(text).replace(SILENT_ELEMENT, "")
  // Tags inside tags leave a tag when the inner one goes; a few rounds are enough, the rest is split below.
  for (let round = 0; round < 4; round += 1) {
    cleaned = cleaned.replace(TAG, "")
  }

  return cleaned.replace(TAG_START, "< ").trim()
}

/** Descriptions of products: a small allow-list of HTML, links marked so that search engines give them no weight. */
export function richText(html: string): string {
  return sanitizeHtml(withoutHidden(html), RICH).trim()
}
