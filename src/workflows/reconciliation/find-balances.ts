import type { MedusaContainer } from "@medusajs/framework/types"
import { sumMinor } from "../../lib/money"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import { sentOf } from "../../modules/payout/domain/fee"
import type { Finding } from "../../modules/reconciliation/domain/causes"
import { compareBalance, finding } from "../../modules/reconciliation/domain/compare"
import { openPayouts } from "./find-transfers"
import type { Scope } from "./scope"

/** What the gateway holds against what the books say. */
export async function findBalanceDrift(
  container: MedusaContainer,
  { gateway, at }: Scope
): Promise<Finding[]> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const [held, booked, open] = await Promise.all([
    at.balances(),
    ledger.balances({ type: "gateway_balance", owner: gateway }),
    openPayouts(container),
  ])
  const currencies = new Set([...held, ...booked].map(({ currency_code }) => currency_code))

  return [...currencies].flatMap((currency_code) => {
    const own = <Row extends { currency_code: string }>(rows: Row[]) =>
      rows.filter((row) => row.currency_code === currency_code)
    const sent = (...states: string[]) =>
      sumMinor(
        own(open)
          .filter(({ rail, state }) => rail === gateway && states.includes(state))
          .map(sentOf)
      )

    return compareBalance({
      gateway,
      currency_code,
      held_minor: sumMinor(own(held).map(({ balance_minor }) => balance_minor)),
      booked_minor: sumMinor(own(booked).map(({ balance_minor }) => balance_minor)),
      on_its_way_minor: sent("pending", "needs_otp"),
      unknown_minor: sent("posting", "unknown"),
    })
  })
}

/** Whether the books are sound in themselves. */
export async function findBookDrift(container: MedusaContainer): Promise<Finding[]> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const [trial, clearing] = await Promise.all([
    ledger.trialBalance(),
    ledger.balances({ type: "gateway_clearing" }),
  ])

  return [
    ...trial
      .filter(({ difference_minor }) => difference_minor !== 0n)
      .map(({ currency_code, debit_minor, credit_minor }) =>
        finding("books_unbalanced", {
          currency_code,
          expected_minor: debit_minor,
          found_minor: credit_minor,
        })
      ),
    ...clearing
      .filter(({ balance_minor }) => balance_minor < 0n)
      .map(({ owner, currency_code, balance_minor }) =>
        finding("clearing_below_zero", {
          gateway: owner,
          currency_code,
          expected_minor: 0n,
          found_minor: balance_minor,
        })
      ),
  ]
}
