import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export type EnsureLoginUserInput = { auth_identity_id: string; user_id: string | null; email: string }

/** The user of a login; one is made for a login that has none. */
export const ensureLoginUserStep = createStep(
  "ensure-login-user",
  async ({ auth_identity_id, user_id, email }: EnsureLoginUserInput, { container }) => {
    if (user_id) {
      return new StepResponse(user_id, null)
    }
    const auth = container.resolve(Modules.AUTH)
    const identity = await auth.retrieveAuthIdentity(auth_identity_id)
    const known = identity.app_metadata?.user_id
    if (typeof known === "string") {
      return new StepResponse(known, null)
    }
    const user = await container.resolve(Modules.USER).createUsers({ email })
    await auth.updateAuthIdentities({
      id: auth_identity_id,
      app_metadata: { ...identity.app_metadata, user_id: user.id },
    })

    return new StepResponse(user.id, { user_id: user.id, auth_identity_id })
  },
  async (made, { container }) => {
    if (made) {
      await container.resolve(Modules.AUTH).updateAuthIdentities({
        id: made.auth_identity_id,
        // Medusa merges this object into the stored one, so a key that is left out would stay.
        app_metadata: { user_id: null },
      })
      await container.resolve(Modules.USER).deleteUsers([made.user_id])
    }
  }
)
