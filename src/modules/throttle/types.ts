import type { Topic } from "./domain/limits"

export type AttemptInput = {
  topic: Topic
  /** As express knows it; what a client says about itself in headers beyond the trusted proxy is not used. */
  ip: string | undefined
  /** Whom the attempt is about: a normalised e-mail, or the id of an auth identity; null when nobody can tell. */
  account: string | null
}

/** What an attempt has counted, to be given back when it succeeds. */
export type Attempt = { topic: Topic; ip: string; account: string | null; pair: string | null }

export type Admission =
  | { is_admitted: true; attempt: Attempt }
  | { is_admitted: false; retry_after_seconds: number }
