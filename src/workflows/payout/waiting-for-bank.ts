import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import { notifyStaff } from "../notify-staff"

const waitingOf = (container: MedusaContainer) =>
  container.resolve<PayoutModuleService>(PAYOUT_MODULE).waitingForBank()

/** What a person has to pay at the bank and is in no file yet, by currency. */
export async function listWaitingForBank(container: MedusaContainer) {
  const waiting = await waitingOf(container)

  return {
    waiting: waiting.map(({ currency_code, count, amount_minor, since }) => ({
      currency_code,
      count,
      /** In major units, as a decimal. */
      amount: toMajorUnits(amount_minor, currency_code),
      since,
    })),
    count: waiting.reduce((sum, { count }) => sum + count, 0),
  }
}

/** Once when payouts begin to wait, and again on each day on which others join them: those of a stopped shop may wait long. */
export async function tellOfBankPayouts(container: MedusaContainer): Promise<void> {
  for (const { currency_code, count, amount_minor, since, latest } of await waitingOf(container)) {
    const currency = currency_code.toUpperCase()
    await notifyStaff(container, {
      key: `payouts-by-bank:${currency_code}:${since.toISOString()}:${latest.toISOString().slice(0, 10)}`,
      title: "Payouts wait for a bank file",
      description: `${count} in ${currency}, ${toMajorUnits(amount_minor, currency_code)} ${currency} together, have to be paid at the bank by somebody.`,
    })
  }
}
