import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Marketplace } from "../../helpers/create-marketplace"
import type { Client } from "../../helpers/people"
import type { OrderBody, Shopper } from "../../helpers/shopper"

export const DASHBOARD = "http://localhost:9000"
export const EVIL = "https://evil.example"
/** Where express serves from, and where the local provider puts what is private. */
export const PUBLIC = join(process.cwd(), "static")
export const PRIVATE = join(process.cwd(), "private")

/** What all tests of the surface share: a market with two shops, their people, two buyers and staff. */
export type SurfaceSuite = {
  readonly base_url: string
  readonly container: MedusaContainer
  readonly market: Marketplace
  readonly anonymous: Client
  readonly store: Client
  readonly shopper: Shopper
  /** Files that go when the tests end. */
  readonly written: string[]
  headersOf(path: string, init?: RequestInit): Promise<Headers>
  /** A connection of its own, for what `fetch` would not send. */
  raw(
    path: string,
    headers?: Record<string, string | string[]>,
    method?: string
  ): Promise<{ status: number; headers: Record<string, unknown>; text: string }>
  cookieOf(email: string, actor?: "user" | "customer"): Promise<string>
  placeOrder(): Promise<OrderBody & { cart_id: string }>
  sql(text: string, values: unknown[]): Promise<{ rows: { id: string }[] }>
  /** As if the order had been placed a day and a minute ago. */
  age(order: { id: string; cart_id: string }): Promise<void>
}
