import { minor, type PayoutBody, type PayoutSuite } from "../http/payouts/suite"
import type { Model } from "./model"

const RAIL = "paystack"

/** A Ghanaian bank, and a Nigerian one: a shop is paid into one account, in the currency of that. */
const BANKS: Record<string, string> = { ngn: "011", ghs: "030100" }

type Made = { shop: number; currency: string; payout: PayoutBody; amount: bigint }

/** What shops ask for and get, through the service and in the model. */
export class RealPayouts {
  private readonly made: Made[] = []
  private readonly accounts = new Map<number, string>()

  constructor(
    private readonly suite: PayoutSuite,
    private readonly model: Model
  ) {}

  /** All that is available; false when nothing is. */
  async payOut(shop: number, currency: string): Promise<boolean> {
    await this.keepAccountIn(shop, currency)
    const available = -this.model.balance(this.availableOf(shop, currency))
    const asked = await this.suite.shops[shop]!<{ payout: PayoutBody; code?: string }>(
      "POST",
      "/vendor/payouts",
      { currency_code: currency }
    )
    if (available <= 0n) {
      expect(asked.body.code).toBe("payout_refused")
      return false
    }
    expect([asked.status, asked.body]).toEqual([expect.any(Number), { payout: expect.anything() }])
    const { payout } = asked.body
    expect(minor(payout.amount)).toBe(available)
    await this.suite.run()
    await this.suite.bench.eventually(async () => {
      const { body } = await this.suite.finance<{ payout: PayoutBody }>("GET", `/admin/payouts/${payout.id}`)
      expect(body.payout.state).toBe("paid")
    })
    this.made.push({ shop, currency, payout, amount: available })
    this.move(shop, currency, available)

    return true
  }

  /** The rail sends one back that it had paid. */
  sendBack(number: number): boolean {
    const [found] = this.made.splice(number % Math.max(this.made.length, 1), 1)
    if (found) {
      this.suite.sandbox.control.settleTransfer(found.payout.reference, "reversed")
      this.move(found.shop, found.currency, -found.amount)
    }

    return Boolean(found)
  }

  private async keepAccountIn(shop: number, currency_code: string): Promise<void> {
    if (this.accounts.get(shop) !== currency_code) {
      await this.suite.setAccount(shop, { currency_code, bank_code: BANKS[currency_code] })
      this.accounts.set(shop, currency_code)
    }
  }

  private move(shop: number, currency: string, amount: bigint): void {
    this.model.move(this.availableOf(shop, currency), amount)
    this.model.move(`gateway_balance:${RAIL}:${currency}`, -amount)
  }

  private availableOf(shop: number, currency: string): string {
    return `vendor_available:${this.suite.vendorId(shop)}:${currency}`
  }
}
