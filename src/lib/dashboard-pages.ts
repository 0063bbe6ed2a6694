import type { Permission } from "./permissions"

/** A page of the dashboard that stands in its navigation. */
export type DashboardPage = {
  path: string
  /** Null for what everybody of that side sees. */
  permission: Permission | null
}

/** What people of a shop see, in this order. They call `/vendor` only. */
export const VENDOR_PAGES = [
  { path: "/vendor/home", permission: null },
  { path: "/vendor/orders", permission: "orders:read" },
  { path: "/vendor/returns", permission: "returns:read" },
  { path: "/vendor/disputes", permission: "disputes:read" },
  { path: "/vendor/products", permission: "products:read" },
  { path: "/vendor/inventory", permission: "inventory:read" },
  { path: "/vendor/promotions", permission: "promotions:read" },
  { path: "/vendor/finance", permission: "payouts:read" },
  { path: "/vendor/analytics", permission: "reports:read" },
  { path: "/vendor/performance", permission: "orders:read" },
  { path: "/vendor/settings", permission: "shop:read" },
] as const satisfies DashboardPage[]

/** What staff see besides Medusa's pages. */
export const STAFF_PAGES = [
  { path: "/marketplace", permission: null },
  { path: "/marketplace/vendors", permission: "vendors:read" },
  { path: "/marketplace/analytics", permission: "reports:read" },
  { path: "/marketplace/performance", permission: "vendors:read" },
  { path: "/marketplace/approvals", permission: "products:read" },
  { path: "/marketplace/commission", permission: "commission:read" },
  { path: "/marketplace/finance", permission: "payouts:read" },
  { path: "/marketplace/returns", permission: "returns:read" },
  { path: "/marketplace/disputes", permission: "disputes:read" },
  { path: "/marketplace/operations", permission: "ledger:read" },
  { path: "/marketplace/audit", permission: "audit:read" },
  { path: "/marketplace/staff", permission: "staff:read" },
  { path: "/marketplace/settings", permission: "settings:read" },
] as const satisfies DashboardPage[]

/** Medusa's own entries. */
export const CORE_PAGES = [
  { path: "/orders", permission: "orders:read" },
  { path: "/products", permission: "products:read" },
  { path: "/inventory", permission: "inventory:read" },
  { path: "/customers", permission: "customers:read" },
  { path: "/promotions", permission: "promotions:read" },
  { path: "/price-lists", permission: "pricing:read" },
] as const satisfies DashboardPage[]
