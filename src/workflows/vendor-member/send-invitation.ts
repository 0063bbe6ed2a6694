import type { MedusaContainer } from "@medusajs/framework/types"
import { loadEnv } from "../../lib/env"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import { sendMessage } from "../access/steps/send-message"

export type InvitationMail = { vendor_id: string; to: string; token: string; expires_at: Date }

/** The one way by which an invitation's token leaves the server. */
export async function sendInvitation(
  container: MedusaContainer,
  { vendor_id, to, token, expires_at }: InvitationMail
): Promise<void> {
  const { name } = await container.resolve<VendorModuleService>(VENDOR_MODULE).retrieveVendor(vendor_id)
  await sendMessage(container, {
    channel: "email",
    to,
    template: "vendor_invitation",
    data: {
      vendor_name: name,
      url: `${loadEnv().ADMIN_URL}/vendor-invitation?token=${token}`,
      expires_at: expires_at.toISOString().slice(0, 10),
    },
  })
}
