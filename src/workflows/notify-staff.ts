import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export type StaffNotice = {
  /** The same notice is shown once. */
  key: string
  title: string
  description: string
}

/** Shows a notice in the bell of the admin. */
export async function notifyStaff(
  container: MedusaContainer,
  { key, title, description }: StaffNotice
): Promise<void> {
  const notifications = container.resolve(Modules.NOTIFICATION)
  await notifications.createNotifications({
    to: "",
    channel: "feed",
    template: "admin-ui",
    data: { title, description },
    // The module keeps the first notice of a key and answers it again.
    idempotency_key: key,
  })
}
