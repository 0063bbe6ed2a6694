import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { type FactorChanged, FactorEvents } from "../lib/factor-events"
import { warnOwnerWorkflow } from "../workflows/access/workflows/warn-owner"

/** Whoever removed it: the login's owner hears of it. */
export default async function tellFactorRemoved({ event, container }: SubscriberArgs<FactorChanged>) {
  const { auth_identity_id, provider } = event.data
  await warnOwnerWorkflow(container).run({
    input: { auth_identity_id, template: "second_factor_removed", data: { factor: provider } },
  })
}

export const config: SubscriberConfig = {
  event: FactorEvents.REMOVED,
  context: { subscriberId: "tell-factor-removed" },
}
