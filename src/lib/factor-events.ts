/** Core's own event of a removal does not say whether the factor had ever been confirmed. */
export const FactorEvents = { REMOVED: "access.second-factor-removed" } as const

export type FactorChanged = { auth_identity_id: string; provider: string }
