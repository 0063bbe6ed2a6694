import type { VendorStatus } from "./vendor-status"

export const SHOP_ACTIONS = ["approve", "reject", "suspend", "reinstate", "close", "resubmit"] as const

export type ShopAction = (typeof SHOP_ACTIONS)[number]

/** What each action starts from and leads to; every step is one of `vendorTransitions`. */
export const shopActions: Record<ShopAction, { from: readonly VendorStatus[]; to: VendorStatus }> = {
  approve: { from: ["pending"], to: "approved" },
  reject: { from: ["pending"], to: "rejected" },
  suspend: { from: ["approved"], to: "suspended" },
  reinstate: { from: ["suspended"], to: "approved" },
  close: { from: ["pending", "approved", "suspended", "rejected"], to: "closed" },
  resubmit: { from: ["rejected"], to: "pending" },
}

export type ShopActionVerdict = "go" | "done" | "refused"

/**
 * Whether an action is to be carried out; `done` when the shop is there already, so that a repeated call changes
 * nothing. The platform's own shop is never closed: it owns what nobody else does, and there is no second one.
 */
export function judgeShopAction(
  action: ShopAction,
  { status, is_house }: { status: VendorStatus; is_house: boolean }
): ShopActionVerdict {
  const { from, to } = shopActions[action]
  if (is_house && (to === "closed" || to === "rejected")) {
    return "refused"
  }
  if (status === to) {
    return "done"
  }

  return from.includes(status) ? "go" : "refused"
}
