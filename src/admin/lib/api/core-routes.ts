/** Routes of Medusa's own that pages need; their types are Medusa's, as its documentation gives them. */
export type CoreRoutes = {
  "POST /auth/mfa/challenges/:id/verify": {
    params: { id: string }
    query: undefined
    body: { method: string; code: string }
    answer: { token: string }
  }
}
