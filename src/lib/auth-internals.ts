import type { AuthMfaDTO, AuthVerificationDTO, Context } from "@medusajs/framework/types"

// What the auth module's container gives to its providers; Medusa does not export these services' types.

type InternalService<Row> = {
  list(
    filters: Record<string, unknown>,
    config?: { take?: number; order?: Record<string, "ASC" | "DESC"> },
    context?: Context
  ): Promise<Row[]>
  retrieve(id: string, config?: object, context?: Context): Promise<Row>
  create(data: Record<string, unknown>, context?: Context): Promise<Row>
  update(data: Record<string, unknown>, context?: Context): Promise<Row>
}

export type FactorRow = Omit<AuthMfaDTO, "metadata"> & {
  auth_identity_id: string
  /** Written by our own provider alone; its owner may see it. */
  metadata: { destination?: string; label?: string } | null
}

export type FactorService = InternalService<FactorRow>

export type VerificationRow = AuthVerificationDTO & { id: string }

export type VerificationService = InternalService<VerificationRow>
