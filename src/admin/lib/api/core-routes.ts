type Asked = { id?: string[]; q?: string; fields?: string; limit?: number; offset?: number }

type List<Name extends string, Row> = {
  params: undefined
  query: Asked
  body: undefined
  answer: Record<Name, Row[]> & { count: number }
}

type Person = { id: string; email: string | null; first_name: string | null; last_name: string | null }

/** Routes of Medusa's own that pages need; their types are Medusa's, as its documentation gives them. */
export type CoreRoutes = {
  "GET /admin/collections": List<"collections", { id: string; title: string }>
  "GET /admin/customers": List<"customers", Person>
  "GET /admin/product-categories": List<"product_categories", { id: string; name: string }>
  "GET /admin/products": List<"products", { id: string; title: string }>
  "GET /admin/users": List<"users", Person>
  "POST /auth/mfa/challenges/:id/verify": {
    params: { id: string }
    query: undefined
    body: { method: string; code: string }
    answer: { token: string }
  }
}
