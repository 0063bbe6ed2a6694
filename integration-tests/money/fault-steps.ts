import { setTimeout as pause } from "node:timers/promises"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import { buildRelease } from "../../src/modules/ledger/domain/release"
import { buildSale } from "../../src/modules/ledger/domain/sale"
import type LedgerModuleService from "../../src/modules/ledger/service"
import type { OrderAnswer } from "../helpers/order-desk"
import { buy } from "./fault-buying"
import type { Command, CommandOf, Kinds } from "./fault-commands"
import { runJobs, twice } from "./fault-jobs"
import { returnGoods } from "./fault-returns"
import type { FaultTown, TownPart } from "./fault-town"
import type { Paid } from "./fault-truth"

type Steps = { [Kind in keyof Kinds]: (town: FaultTown, command: CommandOf<Kind>) => Promise<boolean> }

/** Each step is what somebody does, and what is known of it without asking the service. */
const STEPS: Steps = {
  buy,
  deliver: async (town, { part }) => deliver(town, await partAt(town, part)),
  refund: async (town, command) => refund(town, await partAt(town, command.part), command),
  cancel: async (town, { part }) => cancel(town, await partAt(town, part)),
  return_goods: async (town, { part }) => returnGoods(town, at(await deliveredParts(town), part)),
  charge_back: chargeBack,
  decide,
  settle,
  pay_out: payOut,
  pay_abroad: payAbroad,
  send_back: async ({ paystack }, { transfer }) => {
    await pause(SETTLES_MS)
    const found = at(
      paystack.transfers().filter(({ status }) => status === "success"),
      transfer
    )
    if (found) {
      paystack.settleTransfer(found.reference, "reversed")
    }
    return Boolean(found)
  },
  end_transfer: async (town, { transfer, is_made }) => endTransfer(town, transfer, is_made),
  run_jobs: async (town) => {
    await runJobs(town, { schedulers: 2 })
    return true
  },
  pass: async ({ clock }, { hours }) => {
    await clock.pass(hours)
    return true
  },
  hold_events: async ({ benches }, { gateway }) => {
    benches[gateway].control.setWebhookUrl(null)
    return true
  },
  let_events: async ({ benches }, { gateway }) => {
    benches[gateway].tellServer()
    return true
  },
}

export function take(town: FaultTown, command: Command): Promise<boolean> {
  // Each step takes the command of its own name: the table's type says so, which the compiler cannot follow through the index.
  const step = STEPS[command.do] as (town: FaultTown, command: Command) => Promise<boolean>

  return step(town, command)
}

const at = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length]

const deliveredParts = async (town: FaultTown) =>
  (await town.parts()).filter(({ status }) => status === "delivered" || status === "partly_returned")

const partAt = async (town: FaultTown, index: number) => at(await town.parts(), index)

async function deliver({ suite }: FaultTown, part: TownPart | undefined): Promise<boolean> {
  if (!part || !["pending", "confirmed"].includes(part.status)) {
    return false
  }
  const shop = suite.shops[part.shop]!
  const path = `/vendor/orders/${part.id}`
  const { body } = await shop<OrderAnswer>("GET", path)
  const items = body.order.lines.map(({ id, quantity }) => ({ line_id: id, quantity }))
  const packed = await shop<OrderAnswer>("POST", `${path}/fulfilments`, { items, is_shipped: true })
  const done = await shop("POST", `${path}/fulfilments/${packed.body.fulfilment_id}/deliver`, {})
  await suite.backdate(part.id, 8)

  return done.status === 200
}

/** Longer than a gateway of the tests takes to make a refund or a transfer. */
export const SETTLES_MS = 60

let keys = 0

async function refund(
  town: FaultTown,
  part: TownPart | undefined,
  { ratio, is_twice }: CommandOf<"refund">
): Promise<boolean> {
  const amount = part ? ((part.total - town.askedOf(part.id)) * ratio) / 1000n : 0n
  if (!part || amount <= 0n) {
    return false
  }
  keys += 1
  const body = {
    amount: `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`,
    reason: "goodwill",
    idempotency_key: `faults-${keys}`,
  }
  const ask = () => town.suite.shops[part.shop]!("POST", `/vendor/orders/${part.id}/refund`, body)

  return asking(town, { name: "refund", ask: () => (is_twice ? twiceTheSame(ask) : ask()) }, () =>
    town.ask(part.id, { amount, is_for: "refund" })
  )
}

async function cancel(town: FaultTown, part: TownPart | undefined): Promise<boolean> {
  if (!part || !["pending", "confirmed"].includes(part.status) || town.askedOf(part.id) > 0n) {
    return false
  }
  const path = `/vendor/orders/${part.id}/cancel`
  const ask = () => town.suite.shops[part.shop]!("POST", path, { reason: "Sold in the shop" })

  return asking(town, { name: "cancel", ask }, () =>
    town.ask(part.id, { amount: part.total, is_for: "cancellation" })
  )
}

type Answered = { status: number; body: { code?: string } }

/** Both have to be told the same. */
async function twiceTheSame(ask: () => Promise<Answered>): Promise<Answered> {
  const [one, other] = await Promise.all([ask(), ask()])
  expect([one.status, other.status].toSorted()[0]).toBe(Math.min(one.status, other.status))

  return one.status === 200 ? one : other
}

/** What is granted is noted; who is not told what became of it asks again when all is quiet. */
async function asking(
  town: FaultTown,
  { name, ask }: { name: string; ask: () => Promise<Answered> },
  granted: () => void
): Promise<boolean> {
  const heard = ({ status, body }: Answered) => {
    town.note(`${name} ${status} ${body.code ?? ""}`.trim())
    if (status === 200) {
      granted()
    }
    return status < 500
  }
  const answer = await ask()
  if (!heard(answer)) {
    town.unanswered.push(async () => heard(await ask()))
  }

  return answer.status === 200
}

/** A bank takes back what is left of a payment, or a part of it: of the order that is named, or the next whose money is there. */
async function chargeBack(town: FaultTown, { order, ratio }: CommandOf<"charge_back">): Promise<boolean> {
  const parts = await town.parts()
  const carts = [...new Set(parts.map(({ cart_id }) => cart_id))]
  for (let next = 0; next < carts.length; next += 1) {
    const chosen = at(carts, order + next)!
    const [paid, ...others] = town.rightFor(chosen)
    const left = others.length ? 0n : leftOf(town, { cart_id: chosen, paid, parts })
    const amount = Number((left * ratio) / 1000n)
    if (paid && amount > 0) {
      disputePayment(town, paid, amount)
      return true
    }
  }

  return false
}

type PaidOrder = { cart_id: string; paid: Paid | undefined; parts: TownPart[] }

/** What neither shops nor banks have asked back of a payment; nothing while a case is open. */
function leftOf(town: FaultTown, { cart_id, paid, parts }: PaidOrder): bigint {
  const claims = town.claimsOf(cart_id)
  if (!paid || claims.some(({ is_open }) => is_open)) {
    return 0n
  }
  const asked = parts
    .filter((part) => part.cart_id === cart_id)
    .reduce((sum, { id }) => sum + town.askedOf(id), 0n)
  const lost = claims.reduce((sum, { amount, is_lost }) => sum + (is_lost ? amount : 0n), 0n)

  return paid.amount - asked - lost
}

function disputePayment(town: FaultTown, { gateway, reference }: Paid, amount: number): void {
  if (gateway === "paystack") {
    town.paystack.dispute(reference, { amount })
  } else {
    town.flutterwave.control.chargeBack(reference, { amount })
  }
}

export async function decide(
  town: FaultTown,
  { dispute, is_won }: Omit<CommandOf<"decide">, "do">
): Promise<boolean> {
  const found = at(
    town.truth.claims().filter(({ is_open }) => is_open),
    dispute
  )
  if (found?.gateway === "paystack") {
    town.paystack.decideDispute(Number(found.id), is_won ? "declined" : "merchant-accepted")
  } else if (found) {
    town.flutterwave.control.decideChargeback(Number(found.id), is_won ? "won" : "lost")
  }

  return Boolean(found)
}

async function settle(town: FaultTown, command: CommandOf<"settle">): Promise<boolean> {
  const { gateway, has_duty, into_balance } = command
  if (gateway === "flutterwave") {
    return Boolean(town.flutterwave.control.settleNow({ destination: into_balance ? "wallet" : "bank" }))
  }

  return Boolean(
    town.paystack.settleNow({
      stamp_duty: has_duty ? 5000 : 0,
      destination: into_balance ? "balance" : "bank",
    })
  )
}

/** Both shops ask, twice, and two schedulers pay at once. */
async function payOut(town: FaultTown): Promise<boolean> {
  const { suite } = town
  await twice(suite.release)
  const asking = [0, 1, 0, 1].map((shop) =>
    suite.shops[shop]!("POST", "/vendor/payouts", { currency_code: "ngn" })
  )
  for (const { status, body } of await Promise.all(asking)) {
    town.note(`payout ${status} ${body.code ?? ""}`.trim())
  }
  const before = town.truth.sent().length
  await twice(suite.run)

  return town.truth.sent().length > before
}

/** The third shop sells in Kenya, and is paid by the other rail. */
async function payAbroad(town: FaultTown, { amount }: CommandOf<"pay_abroad">): Promise<boolean> {
  const { suite } = town
  keys += 1
  const vendor_id = suite.vendorId(2)
  const order_id = `order_abroad_${keys}`
  const common = { order_id, currency_code: "kes", occurred_at: new Date() }
  const part = { vendor_id, total_minor: amount, platform_discount_minor: 0n, commission_minor: 0n }
  const all = { available_minor: amount, reserved_minor: 0n, number: 1 }
  await suite.container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .post([
      buildSale({ ...common, charged_minor: amount, credit_minor: 0n, vendors: [part] }),
      buildRelease({ ...common, ...all, vendor_id, vendor_order_id: `vord_abroad_${keys}` }),
    ])
  town.sold_abroad += amount
  const answer = await suite.shops[2]!("POST", "/vendor/payouts", { currency_code: "kes" })
  town.note(`payout abroad ${answer.status} ${answer.body.code ?? ""}`.trim())
  const before = town.truth.sent().length
  await twice(suite.run)

  return town.truth.sent().length > before
}

/** A person, or the bank, ends what hangs. */
export function endTransfer(
  { truth, paystack, flutterwave }: FaultTown,
  index: number,
  isMade: boolean
): boolean {
  const found = at(
    truth.sent().filter(({ status }) => status === "open"),
    index
  )
  if (found?.gateway === "paystack") {
    paystack.settleTransfer(found.reference, isMade ? "success" : "failed")
  } else if (found) {
    flutterwave.control.settleTransfer(found.reference, isMade ? "SUCCESSFUL" : "FAILED")
  }

  return Boolean(found)
}
