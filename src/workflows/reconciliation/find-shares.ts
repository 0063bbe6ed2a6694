import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import type { Finding } from "../../modules/reconciliation/domain/causes"
import { finding } from "../../modules/reconciliation/domain/compare"
import { SPLIT_MODULE } from "../../modules/split"
import type SplitModuleService from "../../modules/split/service"
import { CHUNK, type Scope } from "./scope"

const DAY_MS = 86_400_000

/** Shares that gateways were told to pay to vendors, and of which nobody knows for too long how they ended. */
export async function findOpenShares(
  container: MedusaContainer,
  { gateway, now }: Scope
): Promise<Finding[]> {
  const { split_wait_days } = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  const before = new Date(now.getTime() - split_wait_days * DAY_MS)
  const splits = container.resolve<SplitModuleService>(SPLIT_MODULE)
  const found: Finding[] = []
  let after = ""
  for (;;) {
    const page = await splits.openAfter({ gateway, after, take: CHUNK })
    found.push(
      ...page
        .filter(({ paid_at }) => paid_at < before)
        .map((share) =>
          finding(share.state === "frozen" ? "share_unresolved" : "share_owed_by_nobody", {
            gateway,
            reference: `${share.reference}:${share.vendor_id}`,
            currency_code: share.currency_code,
            expected_minor: share.share_minor,
            found_minor: share.paid_minor,
          })
        )
    )
    const last = page.at(-1)
    if (!last) {
      return found
    }
    after = last.id
  }
}
