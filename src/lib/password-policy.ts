import { dictionary } from "@zxcvbn-ts/language-common"
import { ErrorCode } from "./errors"

export const PASSWORD_LENGTH = { min: 10, max: 128 } as const

/** A local part shorter than this is inside too many good passwords by chance. */
const SHORTEST_LOCAL_PART = 4
const FEWEST_DIFFERENT_CHARACTERS = 4

export type PasswordProblem = { code: ErrorCode; message: string }

let common: ReadonlySet<string> | undefined

/**
 * What is wrong with a password that somebody wants to set; null when it may be set. Passwords that were set before
 * are never judged by it.
 */
export function passwordProblem(password: string, email: string | null): PasswordProblem | null {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.min) {
    return {
      code: ErrorCode.PASSWORD_TOO_SHORT,
      message: `A password needs at least ${PASSWORD_LENGTH.min} characters.`,
    }
  }
  if (length > PASSWORD_LENGTH.max) {
    return {
      code: ErrorCode.PASSWORD_TOO_LONG,
      message: `A password has at most ${PASSWORD_LENGTH.max} characters.`,
    }
  }
  const folded = fold(password)
  if (isCommon(folded)) {
    return {
      code: ErrorCode.PASSWORD_COMMON,
      message: "Too many people use this password. Choose one that is harder to guess.",
    }
  }

  return email && containsEmail(folded, fold(email))
    ? {
        code: ErrorCode.PASSWORD_CONTAINS_EMAIL,
        message: "A password must not contain the e-mail address that it belongs to.",
      }
    : null
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase()

/** Also with digits and signs behind it: `Password2024!` is guessed as soon as `password` is. */
function isCommon(folded: string): boolean {
  common ??= new Set(dictionary["passwords-common"].map(fold))
  const stem = folded.replace(/[^\p{L}]+$/u, "")

  return common.has(folded) || common.has(stem) || new Set(folded).size < FEWEST_DIFFERENT_CHARACTERS
}

function containsEmail(folded: string, email: string): boolean {
  const [local = ""] = email.split("@", 1)

  return folded.includes(email) || (local.length >= SHORTEST_LOCAL_PART && folded.includes(local))
}
