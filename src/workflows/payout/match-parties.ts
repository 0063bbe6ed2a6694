import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CipherError } from "../../lib/key-ring"
import { shownEmail } from "../../lib/login-emails"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import type { Party, PartyAddress, PartyDevice } from "../../modules/payout/domain/match"
import type { HeldOrder } from "../../modules/payout/types"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import { openRefundNumber } from "../payment/refund-number"
import { openBankNumber } from "../vendor-onboarding/bank-number"

/** More than the people of two hundred shops and orders have; what lies beyond is the oldest. */
const MOST_ROWS = 10_000

export type Parties = { buyer: Party; shop: Party }

type Found = Omit<Party, "card_emails" | "bank_accounts">
type Address = PartyAddress & { phone: string | null }
type BuyerOrder = {
  id: string
  email: string | null
  customer_id: string | null
  shipping_address: Address | null
  billing_address: Address | null
}
type Person = { id: string; email: string | null; phone?: string | null }

const ADDRESS = ["address_1", "address_2", "city", "province", "country_code", "phone"]

/** What is known of the buyer and of the shop of each order, in a few statements for all. It is not kept. */
export async function readParties(container: MedusaContainer, orders: HeldOrder[]): Promise<Parties[]> {
  const [buyers, shops] = await Promise.all([
    readBuyers(
      container,
      orders.map(({ order_id }) => order_id)
    ),
    readShops(
      container,
      orders.map(({ vendor_id }) => vendor_id)
    ),
  ])
  const found = [...buyers.values(), ...shops.values()]
  const [cards, accounts] = await Promise.all([
    container
      .resolve<GatewayModuleService>(GATEWAY_MODULE)
      .sharedCards(found.flatMap(({ emails }) => emails)),
    readAccounts(
      container,
      [...buyers.values()].flatMap(({ emails }) => emails),
      [...shops.keys()]
    ),
  ])
  const complete = (party: Found, bank_accounts: string[]): Party => ({
    ...party,
    bank_accounts,
    card_emails: party.emails.flatMap((email) => cards.get(email.toLowerCase()) ?? []),
  })

  return orders.map(({ order_id, vendor_id }) => {
    const [buyer, shop] = [buyers.get(order_id) ?? nobody(), shops.get(vendor_id) ?? nobody()]

    return {
      buyer: complete(
        buyer,
        buyer.emails.flatMap((email) => accounts.get(email.toLowerCase()) ?? [])
      ),
      shop: complete(shop, accounts.get(vendor_id) ?? []),
    }
  })
}

async function readBuyers(container: MedusaContainer, ids: string[]): Promise<Map<string, Found>> {
  const orders = await read<BuyerOrder>(container, {
    entity: "order",
    ids,
    fields: [
      "id",
      "email",
      "customer_id",
      ...["shipping_address", "billing_address"].flatMap((name) =>
        ADDRESS.map((field) => `${name}.${field}`)
      ),
    ],
  })
  const customerIds = defined(orders.map(({ customer_id }) => customer_id))
  const [customers, signIns] = await Promise.all([
    read<Person>(container, { entity: "customer", ids: customerIds, fields: ["id", "email", "phone"] }),
    readSignIns(container, "customer", customerIds),
  ])

  return new Map(
    orders.map((order) => {
      const addresses = defined([order.shipping_address, order.billing_address])
      const country_code = addresses[0]?.country_code ?? null
      const customer = customers.find(({ id }) => id === order.customer_id)
      const { phones, ...signIn } = gather(order.customer_id ? [order.customer_id] : [], signIns)

      return [
        order.id,
        {
          ...signIn,
          emails: emailsOf(order.email, customer?.email),
          phones: [
            ...addresses.flatMap((address) => phoneOf(address.phone, address.country_code)),
            ...phoneOf(customer?.phone, country_code),
            ...phones,
          ],
          addresses,
        },
      ]
    })
  )
}

async function readShops(container: MedusaContainer, ids: string[]): Promise<Map<string, Found>> {
  const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
  const [shops, members] = await Promise.all([
    vendors.listVendors({ id: ids }, { take: Math.max(ids.length, 1) }),
    vendors.listVendorMembers({ vendor_id: ids }, { take: MOST_ROWS }),
  ])
  const userIds = [...new Set(members.map(({ user_id }) => user_id))]
  const [users, signIns] = await Promise.all([
    read<Person>(container, { entity: "user", ids: userIds, fields: ["id", "email"] }),
    readSignIns(container, "user", userIds),
  ])

  return new Map(
    shops.map((shop) => {
      const own = members.filter(({ vendor_id }) => vendor_id === shop.id).map(({ user_id }) => user_id)
      const { phones, ...signIn } = gather(own, signIns)
      const people = users.filter(({ id }) => own.includes(id)).map(({ email }) => shownEmail(email))

      return [
        shop.id,
        {
          ...signIn,
          emails: emailsOf(shop.contact_email, ...people),
          phones: [...phoneOf(shop.contact_phone, shop.country_code), ...phones],
          addresses: [shop],
        },
      ]
    })
  )
}

type SignIn = { actor_id: string; login: string; device: PartyDevice }
type SignIns = { sign_ins: SignIn[]; phone_of: Map<string, string> }

/** Where people signed in, and the numbers they sign in by. What staff did in a shop's name is not the shop's. */
async function readSignIns(
  container: MedusaContainer,
  actor_type: "customer" | "user",
  actorIds: string[]
): Promise<SignIns> {
  if (!actorIds.length) {
    return { sign_ins: [], phone_of: new Map() }
  }
  const sessions = await container.resolve<AccessModuleService>(ACCESS_MODULE).listAccessSessions(
    { actor_type, actor_id: actorIds, impersonator_user_id: null },
    {
      select: ["id", "actor_id", "auth_identity_id", "ip_address", "device", "started_at", "last_seen_at"],
      take: MOST_ROWS,
      order: { started_at: "DESC" },
    }
  )
  const logins = [...new Set(sessions.map(({ auth_identity_id }) => auth_identity_id))]
  const identities = await container
    .resolve(Modules.AUTH)
    .listAuthIdentities(
      { id: logins },
      { relations: ["provider_identities"], take: Math.max(logins.length, 1) }
    )

  return {
    sign_ins: sessions.map((session) => ({
      actor_id: session.actor_id,
      login: session.auth_identity_id,
      device: {
        ip_address: session.ip_address,
        device: session.device,
        from: new Date(session.started_at),
        to: new Date(session.last_seen_at),
      },
    })),
    phone_of: new Map(
      identities.flatMap(({ id, provider_identities = [] }) =>
        provider_identities
          .filter(({ provider }) => provider === "phone")
          .map(({ entity_id }) => [id, entity_id] as const)
      )
    ),
  }
}

function gather(
  actorIds: string[],
  { sign_ins, phone_of }: SignIns
): Pick<Found, "logins" | "devices" | "phones"> {
  const own = sign_ins.filter(({ actor_id }) => actorIds.includes(actor_id))
  const logins = [...new Set(own.map(({ login }) => login))]

  return {
    logins,
    devices: own.map(({ device }) => device),
    phones: logins.flatMap((login) => phoneOf(phone_of.get(login), null)),
  }
}

async function read<Row>(
  container: MedusaContainer,
  { entity, ids, fields }: { entity: "order" | "customer" | "user"; ids: string[]; fields: string[] }
): Promise<Row[]> {
  const asked = [...new Set(ids)]
  if (!asked.length) {
    return []
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity,
    fields,
    filters: { id: asked },
    pagination: { skip: 0, take: asked.length },
  })

  // The entities' generated types are there only after a build; the fields are named above.
  return data as unknown as Row[]
}

/**
 * Accounts by the address of a buyer, and by the id of a shop. Few buyers have ever named one; while none has, nobody's number is
 * opened. One that does not open is no reason to hold the money of others.
 */
async function readAccounts(
  container: MedusaContainer,
  emails: string[],
  vendorIds: string[]
): Promise<Map<string, string[]>> {
  const of = new Map<string, string[]>()
  const add = (key: string, bank_code: string, open: () => string) => {
    try {
      of.set(key, [...(of.get(key) ?? []), `${bank_code}:${open()}`])
    } catch (error) {
      if (!(error instanceof CipherError)) {
        throw error
      }
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`An account of ${key.includes("@") ? "a buyer" : key} cannot be compared: ${error.message}`)
    }
  }
  const named = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).accountsOfBuyers(emails)
  if (!named.length) {
    return of
  }
  const own = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendorBankAccounts({ vendor_id: vendorIds }, { take: MOST_ROWS })
  for (const account of named) {
    add(account.email, account.bank_code, () => openRefundNumber(account))
  }
  for (const account of own) {
    add(account.vendor_id, account.bank_code, () => openBankNumber(account))
  }

  return of
}

const defined = <Value>(values: (Value | null | undefined)[]): Value[] =>
  values.filter((value): value is Value => value !== null && value !== undefined)

const emailsOf = (...emails: (string | null | undefined)[]): string[] => [...new Set(defined(emails))]

const phoneOf = (number: string | null | undefined, country_code: string | null): Party["phones"] =>
  number ? [{ number, country_code }] : []

const nobody = (): Found => ({ logins: [], devices: [], emails: [], phones: [], addresses: [] })
