import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData } from "../../../lib/errors"

const PROVIDER = "emailpass"

/** Gives a login another password; undone by its old hash, which nobody could read back as a password. */
export const setPasswordStep = createStep(
  "set-password",
  async ({ email, password }: { email: string; password: string }, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const [before] = await auth.listProviderIdentities({ entity_id: email, provider: PROVIDER }, { take: 1 })
    const { success, error } = await auth.updateProvider(PROVIDER, { entity_id: email, password })
    if (!success || !before) {
      throw invalidData(ErrorCode.PASSWORD_WRONG, error ?? "The password was not changed.")
    }

    return new StepResponse(undefined, { id: before.id, provider_metadata: before.provider_metadata })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(Modules.AUTH).updateProviderIdentities([before])
    }
  }
)
