import type { PaystackSandbox } from "../../sandbox"
import type { FlutterwaveSandbox } from "../../sandbox/flutterwave"
import type { GatewayName } from "./fault-commands"

/** Hundredths, which are the minor units of every currency here. */
type Money = { gateway: GatewayName; currency: string; amount: bigint }

export type Paid = Money & {
  id: string
  reference: string
  asked: bigint
  asked_currency: string
  fee: bigint
}
export type GivenBack = Money & { id: string; reference: string; status: string }
export type Claim = Money & { id: string; reference: string; is_open: boolean; is_lost: boolean }
export type Sent = Money & { reference: string; status: "made" | "back" | "open" }
type Settled = Money & { to: "bank" | "balance"; duty: bigint; duty_in_fees: bigint }

const code = (currency: string) => currency.toLowerCase()

const SENT: Record<string, Sent["status"]> = {
  success: "made",
  SUCCESSFUL: "made",
  failed: "back",
  rejected: "back",
  reversed: "back",
  FAILED: "back",
}

/** What really happened, as the gateways have it and in plain sums. It knows nothing of the service's tables. */
export class Truth {
  readonly top_ups: Money[] = []

  constructor(
    private readonly paystack: PaystackSandbox["control"],
    private readonly flutterwave: FlutterwaveSandbox["control"]
  ) {}

  topUp(gateway: GatewayName, currency: string, amount: bigint): void {
    this[gateway].topUp(currency.toUpperCase(), Number(amount))
    this.top_ups.push({ gateway, currency, amount })
  }

  /** Every payment that went through, of whatever page. */
  paid(): Paid[] {
    const pages = new Map(this.flutterwave.payments().map((page) => [page.tx_ref, page]))

    return [
      ...this.paystack
        .transactions()
        .filter(({ status }) => status === "success")
        .map((one) => ({
          gateway: "paystack" as const,
          id: `${one.id}`,
          reference: one.reference,
          currency: code(one.currency),
          amount: BigInt(one.amount),
          asked: BigInt(one.requested_amount),
          asked_currency: "ngn",
          fee: BigInt(one.fees ?? 0),
        })),
      ...this.flutterwave
        .transactions()
        .filter(({ status }) => status === "successful")
        .map((one) => ({
          gateway: "flutterwave" as const,
          id: `${one.id}`,
          reference: one.tx_ref,
          currency: code(one.currency),
          amount: BigInt(one.amount),
          asked: BigInt(pages.get(one.tx_ref)?.amount ?? -1),
          asked_currency: "ngn",
          fee: BigInt(one.amount - one.amount_settled),
        })),
    ]
  }

  /** What went back to buyers, or is on its way. */
  given(): GivenBack[] {
    const currencies = new Map(this.flutterwave.transactions().map(({ id, currency }) => [id, currency]))
    const of = (gateway: GatewayName, currency: string) => ({ gateway, currency: code(currency) })

    return [
      ...this.paystack.refunds().map(({ id, amount, currency, transaction_reference, status }) => ({
        ...of("paystack", currency),
        id: `${id}`,
        reference: transaction_reference,
        amount: BigInt(amount),
        status,
      })),
      ...this.flutterwave.refunds().map(({ id, amount, transaction_id, tx_ref, status }) => ({
        ...of("flutterwave", currencies.get(transaction_id) ?? "?"),
        id: `${id}`,
        reference: tx_ref,
        amount: BigInt(amount),
        status,
      })),
    ].filter(({ status }) => status !== "failed")
  }

  claims(): Claim[] {
    return [
      ...this.paystack.disputes().map(({ id, reference, amount, currency, resolution }) => ({
        gateway: "paystack" as const,
        id: `${id}`,
        reference,
        currency: code(currency),
        amount: BigInt(amount),
        is_open: resolution === null,
        is_lost: resolution !== null && resolution !== "declined",
      })),
      ...this.flutterwave.chargebacks().map(({ id, tx_ref, amount, status }) => ({
        gateway: "flutterwave" as const,
        id: `${id}`,
        reference: tx_ref,
        currency: "ngn",
        amount: BigInt(amount),
        is_open: status === "initiated" || status === "declined",
        is_lost: status === "lost" || status === "accepted",
      })),
    ]
  }

  sent(): Sent[] {
    return (["paystack", "flutterwave"] as const).flatMap((gateway) =>
      this[gateway].transfers().map(({ reference, amount, currency, status }) => ({
        gateway,
        reference,
        currency: code(currency),
        amount: BigInt(amount),
        status: SENT[status] ?? "open",
      }))
    )
  }

  private settled(): Settled[] {
    const back = new Map(
      [...this.paystack.refunds(), ...this.paystack.disputes()].map(({ id, amount }) => [id, amount])
    )

    return [
      ...this.paystack
        .settlements()
        .filter(({ status }) => status === "success")
        .map((one) => ({
          gateway: "paystack" as const,
          currency: code(one.currency),
          amount: BigInt(one.effective_amount),
          to: one.destination,
          duty: BigInt(one.deductions - one.deducted.reduce((sum, id) => sum + (back.get(id) ?? 0), 0)),
          duty_in_fees: 0n,
        })),
      ...this.flutterwave.settlements().map((one) => ({
        gateway: "flutterwave" as const,
        currency: code(one.currency),
        amount: BigInt(one.net_amount),
        to: one.destination === "wallet" ? ("balance" as const) : ("bank" as const),
        duty: 0n,
        duty_in_fees: BigInt(one.stampduty_charge),
      })),
    ]
  }

  /** What was paid and is in no settlement: its gateway has kept it. */
  isKept(gateway: GatewayName, reference: string): boolean {
    const covered = {
      paystack: new Set(this.paystack.settlements().flatMap(({ transactions }) => transactions)),
      flutterwave: new Set(this.flutterwave.settlements().flatMap(({ transactions }) => transactions)),
    }

    return this.paid().some(
      (paid) =>
        paid.gateway === gateway &&
        paid.reference === reference &&
        !covered[paid.gateway].has(Number(paid.id))
    )
  }

  /** What the accounts of gateways and of the bank have to come to, by their names in the books. */
  accounts(): Map<string, bigint> {
    const accounts = new Map<string, bigint>()
    const add = (type: string, owner: string | null, currency: string, amount: bigint) => {
      const name = [type, owner, currency].filter(Boolean).join(":")
      accounts.set(name, (accounts.get(name) ?? 0n) + amount)
    }
    for (const { gateway, currency, amount, fee } of this.paid()) {
      add("gateway_clearing", gateway, currency, amount - fee)
      add("gateway_fees", gateway, currency, fee)
    }
    for (const { gateway, currency, amount } of this.given()) {
      add("gateway_clearing", gateway, currency, -amount)
    }
    for (const { gateway, currency, amount } of this.claims().filter(({ is_lost }) => is_lost)) {
      add("gateway_clearing", gateway, currency, -amount)
    }
    for (const { gateway, currency, amount, to, duty, duty_in_fees } of this.settled()) {
      add("gateway_clearing", gateway, currency, -amount - duty)
      add("gateway_fees", gateway, currency, -duty_in_fees)
      add("stamp_duty", gateway, currency, duty + duty_in_fees)
      add(
        to === "bank" ? "platform_bank" : "gateway_balance",
        to === "bank" ? null : gateway,
        currency,
        amount
      )
    }
    // Flutterwave does not tell of what was put on its balance.
    for (const { gateway, currency, amount } of this.top_ups.filter(({ gateway: at }) => at === "paystack")) {
      add("gateway_balance", gateway, currency, amount)
      add("platform_bank", null, currency, -amount)
    }
    for (const { gateway, currency, amount } of this.sent().filter(({ status }) => status === "made")) {
      add("gateway_balance", gateway, currency, -amount)
    }

    return accounts
  }
}
