import type { MedusaContainer } from "@medusajs/framework/types"
import { sayAmount, toMajorUnits } from "../../lib/money"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import { notifyStaff } from "../notify-staff"

/** Longer than a bank takes for a file, with a weekend between. */
const MARKED_WITHIN_MS = 3 * 24 * 3_600_000

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
    await notifyStaff(container, {
      key: `payouts-by-bank:${currency_code}:${since.toISOString()}:${latest.toISOString().slice(0, 10)}`,
      title: "Payouts wait for a bank file",
      description: `${count} in ${currency_code.toUpperCase()}, ${sayAmount(amount_minor, currency_code)} together, have to be paid at the bank by somebody.`,
    })
  }
}

/** Once a day of each file that nobody has marked: the money of its shops is in transit until somebody does. */
export async function tellOfUnmarkedFiles(container: MedusaContainer, now: Date): Promise<void> {
  const files = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .unmarkedFiles(new Date(now.getTime() - MARKED_WITHIN_MS))
  for (const { batch, currency_code, count, amount_minor, taken_at } of files) {
    await notifyStaff(container, {
      key: `bank-file-unmarked:${batch}:${currency_code}:${now.toISOString().slice(0, 10)}`,
      title: "A bank file is not marked",
      description: `File ${batch} of ${taken_at.toISOString().slice(0, 10)}: ${count} of its payouts, ${sayAmount(amount_minor, currency_code)} together, are marked neither as paid nor as failed.`,
    })
  }
}
