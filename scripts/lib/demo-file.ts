import { writeFile } from "node:fs/promises"
import type { DemoMarket } from "./market/read"
import { BUYER_EMAIL, ownerEmail, STAFF_EMAIL } from "./market/shops"
import { statePath } from "./paths"
import type { Secrets } from "./secrets"

export type Demo = {
  base_url: string
  admin_url: string
  sandbox_url: string
  database_url: string
  publishable_key: string
  region_id: string
  staff: Login
  buyer: Login
  vendors: { id: string; name: string; handle: string; status: string; owner: Login }[]
  /** The order that the scripted shopper made last. */
  order_id: string | null
}

type Login = { email: string; password: string }

type Place = Pick<Demo, "base_url" | "sandbox_url" | "database_url">

export function describeDemo(place: Place, market: DemoMarket, secrets: Secrets): Demo {
  return {
    ...place,
    admin_url: `${place.base_url}/app`,
    publishable_key: market.publishable_key,
    region_id: market.region_id,
    staff: { email: STAFF_EMAIL, password: secrets.staff_password },
    buyer: { email: BUYER_EMAIL, password: secrets.buyer_password },
    vendors: market.vendors.map((vendor) => ({
      ...vendor,
      owner: { email: ownerEmail(vendor.handle), password: secrets.vendor_password },
    })),
    order_id: null,
  }
}

/** With it any client can go on from where the demo is; it holds passwords, so only its owner may read it. */
export async function writeDemoFile(demo: Demo): Promise<void> {
  await writeFile(statePath("demo.json"), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
}

export function printAccess(demo: Demo): string {
  const owners = demo.vendors.map(({ name, status, owner }) => `  ${owner.email}  (${name}, ${status})`)

  return [
    `Store API        ${demo.base_url}/store   (x-publishable-api-key: ${demo.publishable_key})`,
    `Admin            ${demo.admin_url}`,
    `Payment sandbox  ${demo.sandbox_url}`,
    `Database         ${demo.database_url}`,
    `Staff            ${demo.staff.email}  password ${demo.staff.password}`,
    `Buyer            ${demo.buyer.email}  password ${demo.buyer.password}`,
    `Shop owners      password ${demo.vendors[0]?.owner.password ?? ""}`,
    ...owners,
    `All of this is in .merkato/demo.json; the server's log is .merkato/server.log.`,
  ].join("\n")
}
