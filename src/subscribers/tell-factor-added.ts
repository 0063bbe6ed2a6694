import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AuthEvents } from "@medusajs/framework/utils"
import type { FactorChanged } from "../lib/factor-events"
import { warnOwnerWorkflow } from "../workflows/access/workflows/warn-owner"

/** Whoever added it: the login's owner hears of it. */
export default async function tellFactorAdded({ event, container }: SubscriberArgs<FactorChanged>) {
  const { auth_identity_id, provider } = event.data
  await warnOwnerWorkflow(container).run({
    input: { auth_identity_id, template: "second_factor_added", data: { factor: provider } },
  })
}

export const config: SubscriberConfig = {
  event: AuthEvents.MFA_ENABLED,
  context: { subscriberId: "tell-factor-added" },
}
