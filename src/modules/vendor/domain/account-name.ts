/** What the gateway says of the name under which an account is kept. */
export const NAME_CHECKS = ["matches", "differs", "unknown_account", "cannot_be_asked"] as const

export type NameCheck = (typeof NAME_CHECKS)[number]

/** Said in one place and left out in another; no part of a name. */
const FORMS = new Set(["ltd", "limited", "plc", "llp", "inc", "mr", "mrs", "ms"])
const ENOUGH_WORDS = 2

function wordsOf(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u))].filter((word) => word && !FORMS.has(word))
}

/**
 * Whether a vendor has named the holder of its account: every word of the given name stands in the holder's, in any order,
 * and there are at least two of them unless the holder has one alone. Further names of the holder do no harm. Tells which of
 * the vendor's own words are missing there, and nothing of the holder's.
 */
export function compareNames(given: string, holder: string): { matches: boolean; missing: string[] } {
  const known = new Set(wordsOf(holder))
  const words = wordsOf(given)
  const missing = words.filter((word) => !known.has(word))

  return {
    matches: missing.length === 0 && words.length > 0 && words.length >= Math.min(ENOUGH_WORDS, known.size),
    missing,
  }
}

type Holder = { state: "known"; name: string } | { state: "unknown" | "cannot_be_asked" }

export type CheckedName = { name_check: NameCheck; name_missing: string[] }

/** What the gateway's answer makes of the name that a vendor gave. */
export function nameCheckOf(given: string, holder: Holder): CheckedName {
  if (holder.state !== "known") {
    return { name_check: holder.state === "unknown" ? "unknown_account" : holder.state, name_missing: [] }
  }
  const { matches, missing } = compareNames(given, holder.name)

  return { name_check: matches ? "matches" : "differs", name_missing: missing }
}

const SENTENCES: Record<NameCheck, string> = {
  matches: "The account is kept under this name.",
  differs: "The account is kept under another name. Give the holder's name as the bank has it.",
  unknown_account: "No such account is known. Look for a wrong digit.",
  cannot_be_asked: "Nobody tells under which name accounts of this kind are kept.",
}

/** What the vendor is told; null until the gateway has answered. */
export function nameCheckSentence(check: NameCheck | null, missing: string | null): string | null {
  if (check === "differs" && missing) {
    return `The account is kept under another name: what is missing there is "${missing}".`
  }

  return check && SENTENCES[check]
}
