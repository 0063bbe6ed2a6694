import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deliverMessage } from "../../../lib/deliver-message"
import { shownEmail } from "../../../lib/login-emails"
import type { MessageData, MessageTemplate } from "../../../lib/messages"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import { nameOfShop } from "../read-onboarding"

export type TellOwnersInput = { vendor_id: string; template: MessageTemplate; data: MessageData }

/** Writes to every owner of a shop. A mail that nobody takes is logged and stops nothing: what it tells of stands. */
export const tellOwnersStep = createStep(
  "tell-vendor-owners",
  async ({ vendor_id, template, data }: TellOwnersInput, { container }) => {
    const shop = { ...data, vendor_name: await nameOfShop(container, vendor_id) }
    const ports = {
      notifications: container.resolve(Modules.NOTIFICATION),
      logger: container.resolve(ContainerRegistrationKeys.LOGGER),
    }
    const addresses = await ownerAddresses(container, vendor_id)
    await Promise.allSettled(
      addresses.map((to) => deliverMessage(ports, { channel: "email", to, template, data: shop }))
    )

    return new StepResponse(undefined)
  }
)

/** Of the owners' logins; of the shop itself while it has no owner. */
async function ownerAddresses(container: MedusaContainer, vendorId: string): Promise<string[]> {
  const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
  const owners = await vendors.listVendorMembers({ vendor_id: vendorId, role: "owner" })
  const users = await container
    .resolve(Modules.USER)
    .listUsers({ id: owners.map(({ user_id }) => user_id) }, { select: ["id", "email"] })
  const addresses = users.flatMap(({ email }) => shownEmail(email) ?? [])
  if (addresses.length) {
    return [...new Set(addresses)]
  }
  const [vendor] = await vendors.listVendors({ id: vendorId }, { take: 1, select: ["id", "contact_email"] })

  return vendor ? [vendor.contact_email] : []
}
