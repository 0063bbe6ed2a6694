type Asked = { id?: string[]; q?: string; fields?: string; limit?: number; offset?: number }

type List<Name extends string, Row> = {
  params: undefined
  query: Asked
  body: undefined
  answer: Record<Name, Row[]> & { count: number }
}

type Person = { id: string; email: string | null; first_name: string | null; last_name: string | null }

export type FactorKind = "totp" | "sms" | "email"

type Factor = {
  id: string
  provider: FactorKind
  status: "pending" | "enabled" | "disabled"
  /** `label` is where its codes go, or for an app what it was called. */
  metadata?: { label?: string } | null
}

type FactorStart = { provider: "totp"; label: string } | { provider: "sms" | "email"; metadata: object }

/** Routes of Medusa's own that pages need; their types are Medusa's, as its documentation gives them. */
export type CoreRoutes = {
  "GET /admin/collections": List<"collections", { id: string; title: string }>
  "GET /admin/customers": List<"customers", Person>
  "GET /admin/product-categories": List<"product_categories", { id: string; name: string }>
  "GET /admin/products": List<"products", { id: string; title: string }>
  "POST /auth/mfa/challenges/:id/verify": {
    params: { id: string }
    query: undefined
    body: { method: string; code: string }
    answer: { token: string }
  }
  "GET /auth/mfa/factors": {
    params: undefined
    query: undefined
    body: undefined
    answer: { mfa_factors: Factor[] }
  }
  "POST /auth/mfa/factors": {
    params: undefined
    query: undefined
    body: FactorStart
    answer: { mfa_factor: Factor; secret?: string; otpauth_url?: string }
  }
  "POST /auth/mfa/factors/:id/verify": {
    params: { id: string }
    query: undefined
    body: { code: string }
    answer: { mfa_factor: Factor }
  }
  /** One that was never confirmed goes without a code. */
  "DELETE /auth/mfa/factors/:id": {
    params: { id: string }
    query: undefined
    body: { method?: string; code?: string }
    answer: { mfa_factor: Factor }
  }
  "POST /auth/mfa/recovery-codes": {
    params: undefined
    query: undefined
    body: { count?: number }
    answer: { recovery_codes: string[] }
  }
}
