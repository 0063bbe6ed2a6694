export const REQUIREMENT_KEYS = ["documents", "bank_account", "phone", "agreement"] as const

export type RequirementKey = (typeof REQUIREMENT_KEYS)[number]

export const REQUIREMENT_STATES = ["missing", "submitted", "accepted", "waived", "rejected"] as const

export type RequirementState = (typeof REQUIREMENT_STATES)[number]

/** The one table of what may follow what. Handing in again is for what is open; a decision can be made anew. */
export const requirementTransitions: Record<RequirementState, readonly RequirementState[]> = {
  missing: ["submitted", "accepted", "waived"],
  submitted: ["submitted", "accepted", "waived", "rejected"],
  accepted: ["accepted", "waived", "rejected"],
  waived: ["waived", "accepted", "rejected"],
  rejected: ["submitted", "accepted", "waived", "rejected"],
}

export const canFollow = (from: RequirementState, to: RequirementState): boolean =>
  requirementTransitions[from].includes(to)

export type RequirementRow = {
  key: RequirementKey
  state: RequirementState
  reason: string | null
  agreement_version: string | null
  submitted_at: Date | null
  decided_by: string | null
  decided_at: Date | null
}

/** What is so, whatever anybody has written down: since when, or null when it is not. */
export type RequirementFacts = {
  bank_account_at: Date | null
  /** Whether the account has taken the place of another one. */
  is_bank_account_changed: boolean
  phone_verified_at: Date | null
  /** The terms that a shop has to accept now; a shop that accepted others has to do so again. */
  agreement_version: string
}

export type RequirementView = {
  key: RequirementKey
  is_required: boolean
  state: RequirementState
  /** Found out, not decided by anybody. */
  is_computed: boolean
  reason: string | null
  submitted_at: Date | null
  decided_at: Date | null
  decided_by: string | null
}

/** How far a shop is with each part of the checklist. */
export function viewRequirements(
  required: readonly string[],
  rows: RequirementRow[],
  facts: RequirementFacts
): RequirementView[] {
  return REQUIREMENT_KEYS.map((key) => {
    const row = rows.find((candidate) => candidate.key === key)
    const { state, is_computed } = stateOf(key, row, facts)
    const isReplaced = key === "bank_account" && state === "submitted"

    return {
      key,
      is_required: required.includes(key),
      state,
      is_computed,
      reason: is_computed || isReplaced || state === "missing" ? null : (row?.reason ?? null),
      submitted_at: isReplaced ? facts.bank_account_at : (row?.submitted_at ?? null),
      decided_at: row?.decided_at ?? null,
      decided_by: row?.decided_by ?? null,
    }
  })
}

function stateOf(
  key: RequirementKey,
  row: RequirementRow | undefined,
  facts: RequirementFacts
): { state: RequirementState; is_computed: boolean } {
  const decided = (state: RequirementState) => ({ state, is_computed: false })
  const since = factOf(key, facts)
  // Staff decided on the account that they saw; another one waits for them, whoever put it there.
  if (key === "bank_account" && since && isUnseen(since, row, facts)) {
    return decided("submitted")
  }
  // What has become true after a rejection answers it: another phone.
  const isAnswered = row?.state === "rejected" && since && row.decided_at && since > row.decided_at
  if (row?.state === "waived" || (row?.state === "rejected" && !isAnswered)) {
    return decided(row.state)
  }
  if (row?.state === "accepted") {
    return decided(isOutdated(key, row, facts) ? "missing" : "accepted")
  }

  return since ? { state: "accepted", is_computed: true } : decided(row?.state ?? "missing")
}

const isUnseen = (since: Date, row: RequirementRow | undefined, facts: RequirementFacts): boolean =>
  row?.decided_at ? since > row.decided_at : facts.is_bank_account_changed

function factOf(key: RequirementKey, facts: RequirementFacts): Date | null {
  switch (key) {
    case "bank_account":
      return facts.bank_account_at
    case "phone":
      return facts.phone_verified_at
    case "documents":
    case "agreement":
      return null
    default:
      return key satisfies never
  }
}

/** Terms accepted by the shop itself carry their version; staff who accept on paper name none. */
const isOutdated = (key: RequirementKey, row: RequirementRow, facts: RequirementFacts) =>
  key === "agreement" && row.agreement_version !== null && row.agreement_version !== facts.agreement_version

const isDone = (state: RequirementState) => state === "accepted" || state === "waived"

/** What still keeps a shop from being approved. */
export const openRequirements = (views: RequirementView[]): RequirementKey[] =>
  views.filter((view) => view.is_required && !isDone(view.state)).map((view) => view.key)
