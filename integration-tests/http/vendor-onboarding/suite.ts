import type { MedusaContainer } from "@medusajs/framework/types"
import type { Settings } from "../../../src/modules/access/domain/settings"
import type VendorModuleService from "../../../src/modules/vendor/service"
import type { Marketplace } from "../../helpers/create-marketplace"
import type { Answer, Client, Person } from "../../helpers/people"

/** The example of the Central Bank of Nigeria; its digits stand nowhere else. */
export const NUMBER = "0000014579"
export const ACCOUNT = {
  bank_code: "011",
  account_number: NUMBER,
  account_name: "Ada Textiles Ltd",
  currency_code: "ngn",
}
export const SEEN = { version: "0".repeat(32) }
export const PDF = "%PDF-1.7 a passport"

export type Requirement = { key: string; state: string; is_computed: boolean; reason: string | null }
export type Onboarding = {
  onboarding: {
    status: string
    is_complete: boolean
    requirements: Requirement[]
    documents: { id: string; filename: string; mime_type: string }[]
  }
}
export type Shop = { shop: Record<string, unknown> & { settings: object } }
export type Vendor = {
  vendor: Record<string, unknown> & {
    version: string
    requirements: Requirement[]
    history: { reason: string | null }[]
  }
}

/** What all tests of a shop's way to its approval share. */
export type OnboardingSuite = {
  readonly base_url: string
  readonly container: MedusaContainer
  readonly market: Marketplace
  /** Staff who may review shops. */
  readonly operations: Client
  /** Everything that was logged, and every event of shops, so far. */
  readonly logged: string[]
  readonly events: unknown[]
  vendors(): VendorModuleService
  sql<Row = Record<string, unknown>>(text: string, values?: string[]): Promise<Row[]>
  configure(values: Partial<Settings>): Promise<unknown>
  /** A pending shop with an owner and a manager. */
  openShop(): Promise<{ id: string; serial: number; owner: Person; manager: Person }>
  as(person: Person): Promise<Client>
  withFactor(person: Person): Promise<Client>
  tokenOf(person: { email: string }): Promise<{ authorization: string }>
  upload(
    person: Person,
    content: string,
    name?: string,
    field?: string
  ): Promise<{ status: number; body: Onboarding & { code?: string } }>
  proveNothingHolds(text: string): Promise<void>
  /** Staff decide on a shop as they see it at this moment. */
  review(id: string, action: string, body?: object): Promise<Answer<Vendor & { code?: string }>>
}
