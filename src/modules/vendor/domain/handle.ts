const LONGEST_HANDLE = 60

const HANDLE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a text can be a shop's part of a URL: lower-case letters and digits, in words joined by one hyphen. */
export function isHandle(text: string): boolean {
  return text.length <= LONGEST_HANDLE && HANDLE.test(text)
}

/** A handle made from a shop's name; empty when the name has no Latin letter or digit ("መርካቶ"). */
export function handleOf(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, LONGEST_HANDLE)
    .replace(/-+$/, "")
}
