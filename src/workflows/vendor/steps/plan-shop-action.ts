import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed, notFound } from "../../../lib/errors"
import { VENDOR_MODULE } from "../../../modules/vendor"
import { judgeShopAction, type ShopAction, shopActions } from "../../../modules/vendor/domain/shop-action"
import type VendorModuleService from "../../../modules/vendor/service"

export type ActOnShopInput = {
  vendor_id: string
  action: ShopAction
  /** Of the user. */
  actor: string
  reason?: string
  /** Of the shop that whoever decides has seen. */
  version?: string
}

/** Whether there is anything to do. Reads only. */
export const planShopActionStep = createStep(
  "plan-shop-action",
  async ({ vendor_id, action, actor, reason, version }: ActOnShopInput, { container }) => {
    const [vendor] = await container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .listVendors({ id: vendor_id }, { take: 1, select: ["id", "status", "is_house"] })
    if (!vendor) {
      throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendor_id} was not found.`)
    }
    const verdict = judgeShopAction(action, vendor)
    const { to } = shopActions[action]
    if (verdict === "refused") {
      throw notAllowed(
        ErrorCode.VENDOR_TRANSITION_REFUSED,
        `A shop that is ${vendor.status} cannot become ${to} by this.`
      )
    }

    return new StepResponse({
      is_approval: verdict === "go" && action === "approve",
      is_other_change: verdict === "go" && action !== "approve",
      change: { vendor_id, from: vendor.status, to, actor, reason, version },
    })
  }
)
