/** What happens around passwords that its owner is told of. */
export const PasswordEvents = {
  CHANGED: "access.password-changed",
  REGISTRATION_REPEATED: "access.registration-repeated",
} as const

export type PasswordChanged = { email: string; auth_identity_id: string }

export type RegistrationRepeated = { email: string; actor_type: string }
