import type { GatewayName } from "./fault-commands"
import type { FaultTown, TownPart } from "./fault-town"
import { type FrozenRow, frozenOf } from "./frozen-rows"
import { FROZEN, type Frozen, shareOf } from "./model"

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

type GivenRow = { vendor_order_id: string; is_lost: boolean; amount: bigint; frozen: Frozen }

export type OpenLine = {
  cause: string
  gateway: GatewayName
  reference: string
  currency_code: string
  found_minor: string
}

/** The books, and what became of every payment, refund, case and transfer, against what really happened. */
export async function assertTruth(town: FaultTown, open: OpenLine[]): Promise<void> {
  const parts = await town.parts()
  const given = await givenBack(town)
  assertCarts(town, parts)
  assertBuyers(town, parts, given)
  await assertTransfers(town)
  await assertAccounts(town, parts, given)
  assertTasks(town, open)
}

/**
 * What is left to a person is true, and nothing of it is ours: a gateway that has paid out what buyers then got back, or that has not
 * settled for days what it was paid, as in a currency that nothing is sold in.
 */
function assertTasks(town: FaultTown, open: OpenLine[]): void {
  const overdrawn = [...town.truth.accounts()].filter(
    ([name, amount]) => name.startsWith("gateway_clearing:") && amount < 0n
  )
  const found = open
    .filter(
      ({ cause, gateway, reference }) => cause !== "settlement_missing" || !town.wasKept(gateway, reference)
    )
    .map(({ cause, gateway, reference, currency_code, found_minor }) =>
      cause === "clearing_below_zero"
        ? `gateway_clearing:${gateway}:${currency_code} ${found_minor}`
        : `${cause} ${reference} ${currency_code}`
    )
  expect(found.toSorted()).toEqual(overdrawn.map(([name, amount]) => `${name} ${amount}`).toSorted())
}

/** A cart that was paid rightly is one order; all others are none. */
function assertCarts(town: FaultTown, parts: TownPart[]): void {
  const found = town.carts.map(({ id }) => [
    id,
    new Set(parts.filter(({ cart_id }) => cart_id === id).map(({ order_id }) => order_id)).size,
  ])
  expect(found).toEqual(
    town.carts.map(({ id }, index) => [
      id,
      town.isAmbiguous(id) ? found[index]![1] : town.rightFor(id).length > 0 ? 1 : 0,
    ])
  )
}

/** Each buyer has back what was promised, what was lost to the bank, and all that became no order. */
function assertBuyers(town: FaultTown, parts: TownPart[], given: GivenRow[]): void {
  const back = town.truth.given()
  for (const { id, pages } of town.carts) {
    const own = parts.filter(({ cart_id }) => cart_id === id)
    const booked = given.filter(({ vendor_order_id }) => own.some((part) => part.id === vendor_order_id))
    const lost = sum(town.claimsOf(id).map(({ amount, is_lost }) => (is_lost ? amount : 0n)))
    const paid = sum(town.paidFor(id).map(({ amount }) => amount))
    const kept = own.length ? town.rightFor(id)[0]!.amount : 0n
    const returned = sum(
      back
        .filter(({ reference }) => pages.some((page) => page.reference === reference))
        .map(({ amount }) => amount)
    )
    const asked = sum(own.map((part) => town.askedOf(part.id)))
    const refused = lost > 0n ? notOwed(booked, asked) : 0n
    const known = { id, paid, kept, asked: own.map((part) => town.asked.get(part.id) ?? []) }
    expect({ ...known, returned, lost: lostOf(booked), is_bounded: returned + lost <= paid }).toEqual({
      ...known,
      returned: paid - kept + asked - refused,
      lost,
      is_bounded: true,
    })
    for (const part of own) {
      assertPart(part, booked, lost > 0n ? null : town.askedOf(part.id))
    }
  }
}

function assertPart(part: TownPart, booked: GivenRow[], asked: bigint | null): void {
  const total = sum(
    booked.filter(({ vendor_order_id }) => vendor_order_id === part.id).map(({ amount }) => amount)
  )
  expect({ part: part.id, is_bounded: total <= part.total, total: asked === null ? null : total }).toEqual({
    part: part.id,
    is_bounded: true,
    total: asked,
  })
}

const lostOf = (booked: GivenRow[]) => sum(booked.map(({ is_lost, amount }) => (is_lost ? amount : 0n)))

/** What a shop had promised and a bank has taken meanwhile: it goes back once. */
function notOwed(booked: GivenRow[], asked: bigint): bigint {
  const refunded = sum(booked.map(({ is_lost, amount }) => (is_lost ? 0n : amount)))
  expect(refunded).toBeLessThanOrEqual(asked)

  return asked - refunded
}

async function givenBack({ suite }: FaultTown): Promise<GivenRow[]> {
  const rows = await suite.sql<
    FrozenRow & { vendor_order_id: string; refund_key: string; amount_minor: string }
  >("select * from vendor_order_refund")

  return rows.map((row) => ({
    vendor_order_id: row.vendor_order_id,
    is_lost: row.refund_key.startsWith("chargeback:"),
    amount: BigInt(row.amount_minor),
    frozen: frozenOf(row),
  }))
}

/** Every transfer that was made is one payout that is paid, and every payout that is paid is one transfer. */
async function assertTransfers({ suite, truth }: FaultTown): Promise<void> {
  const rows = await suite.sql<{ reference: string; amount: string; currency_code: string; state: string }>(
    `select reference, amount_minor::text as amount, currency_code, state from payout`
  )
  const made = truth
    .sent()
    .filter(({ status }) => status === "made")
    .map(({ reference, amount, currency }) => `${reference} ${amount} ${currency}`)
  const paid = rows
    .filter(({ state }) => state === "paid")
    .map(({ reference, amount, currency_code }) => `${reference} ${amount} ${currency_code}`)
  expect(paid.toSorted()).toEqual(made.toSorted())
  expect(new Set(truth.sent().map(({ reference }) => reference)).size).toBe(truth.sent().length)
  // Ready ones wait for money or for their turn; nothing is left of which nobody knows what became of it.
  const open = rows.filter(
    ({ state }) => !["paid", "failed", "returned", "rejected", "ready"].includes(state)
  )
  expect(open).toEqual([])
}

async function assertAccounts(town: FaultTown, parts: TownPart[], given: GivenRow[]): Promise<void> {
  const { suite, truth } = town
  const rows = await suite.sql<{ type: string; owner: string | null; code: string; sum: string }>(
    `select a.type, a.owner, a.code, sum(p.amount_minor)::text as sum
     from ledger_posting p join ledger_account a on a.code = p.account_code group by 1, 2, 3`
  )
  const booked = rows.map((row) => ({ ...row, sum: BigInt(row.sum) }))
  const currencies = [...new Set(booked.map(({ code }) => code.slice(-3)))]
  expect(
    currencies.map((currency) => [
      currency,
      sum(booked.filter(({ code }) => code.endsWith(`:${currency}`)).map((row) => row.sum)),
    ])
  ).toEqual(currencies.map((currency) => [currency, 0n]))

  const expected = truth.accounts()
  for (const part of parts) {
    const [paid] = town.rightFor(part.cart_id)
    const name = `gateway_fees:${paid!.gateway}:ngn`
    expected.set(name, (expected.get(name) ?? 0n) - feeOfCancellation(town, part, given))
  }
  expected.set("unallocated:kes", town.sold_abroad)
  const ofGateways = [
    "gateway_clearing",
    "gateway_balance",
    "gateway_fees",
    "stamp_duty",
    "platform_bank",
    "unallocated",
  ]
  const flat = (entries: (readonly [string, bigint])[]) =>
    entries.filter(([, amount]) => amount !== 0n).toSorted(([left], [right]) => (left < right ? -1 : 1))
  expect(
    flat(booked.filter(({ type }) => ofGateways.includes(type)).map((row) => [row.code, row.sum]))
  ).toEqual(flat([...expected]))

  const vendors = booked.filter(({ type }) => /^(vendor_|payouts_in_transit)/.test(type))
  expect(
    suite.market.vendors.map(
      ({ id }) => -sum(vendors.filter(({ owner }) => owner === id).map((row) => row.sum))
    )
  ).toEqual(await Promise.all(suite.market.vendors.map(({ id }) => owedTo(town, id, parts, given))))
  expect(
    vendors.filter(({ type, sum: held }) => type !== "vendor_available" && held > 0n && !/pending/.test(type))
  ).toEqual([])
}

const isCanceled = (town: FaultTown, partId: string) =>
  (town.asked.get(partId) ?? []).some(({ is_for }) => is_for === "cancellation")

/** What the gateway has kept of what a cancellation gave back; a bank may have taken some of that before. */
function feeOfCancellation(town: FaultTown, part: TownPart, given: GivenRow[]): bigint {
  const [paid] = town.rightFor(part.cart_id)
  if (!paid || !isCanceled(town, part.id)) {
    return 0n
  }
  const isLost = town.claimsOf(part.cart_id).some(({ is_lost }) => is_lost)
  const own = given.filter(({ vendor_order_id, is_lost }) => vendor_order_id === part.id && !is_lost)

  return (paid.fee * (isLost ? sum(own.map(({ amount }) => amount)) : part.total)) / paid.amount
}

/** All that a vendor has sold, less what went back, what it bears and what it was really paid; in all currencies, which add up here. */
async function owedTo(
  town: FaultTown,
  vendorId: string,
  parts: TownPart[],
  given: GivenRow[]
): Promise<bigint> {
  let owed = town.suite.vendorId(2) === vendorId ? town.sold_abroad : 0n
  for (const part of parts.filter(({ vendor_id }) => vendor_id === vendorId)) {
    const rows = given.filter(({ vendor_order_id }) => vendor_order_id === part.id)
    const back = sum(rows.map(({ amount }) => amount))
    const reversed = Object.fromEntries(
      FROZEN.map((name) => [name, sum(rows.map(({ frozen }) => frozen[name]))])
    ) as Frozen
    assertReversed(part, back, {
      reversed,
      is_exact: !rows.some(({ is_lost }) => is_lost),
      is_by_goods: town.returnsOf(part.id) > 0,
    })
    owed += shareOf(part.total, part.frozen) - shareOf(back, reversed)
    owed -= feeOfCancellation(town, part, given)
  }
  const payouts = await town.suite.sql<{ reference: string }>(
    "select reference from payout where vendor_id = ?",
    [vendorId]
  )
  const own = new Set(payouts.map(({ reference }) => reference))

  return (
    owed -
    sum(
      town.truth
        .sent()
        .map(({ reference, amount, status }) => (status === "made" && own.has(reference) ? amount : 0n))
    )
  )
}

type Reversed = { reversed: Frozen; is_exact: boolean; is_by_goods: boolean }

/**
 * Commission and the rest go back as far as the money has; a case is worked out when it opens, which may round otherwise. Of goods that
 * came back it is what was frozen on them, whatever of the money went back before: never more than all, and all with the last of it.
 */
function assertReversed(part: TownPart, back: bigint, { reversed, is_exact, is_by_goods }: Reversed): void {
  for (const name of FROZEN) {
    const due = part.total === 0n ? 0n : (part.frozen[name] * back) / part.total
    const off = reversed[name] - due
    const isBounded = reversed[name] >= 0n && reversed[name] <= part.frozen[name]
    const isRight =
      is_by_goods && back < part.total ? isBounded : is_exact ? off === 0n : off >= -2n && off <= 2n
    expect([name, isRight, { off, reversed: reversed[name] }]).toEqual([name, true, expect.anything()])
  }
}
