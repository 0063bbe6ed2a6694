import { startMerchant } from "./merchant"

let merchant: Awaited<ReturnType<typeof startMerchant>>

beforeAll(async () => {
  merchant = await startMerchant()
})
afterAll(() => merchant.sandbox.stop())
beforeEach(() => merchant.sandbox.control.reset())

const SINCE = new Date(0)
const disputes = () => merchant.gateway.disputes
const control = () => merchant.sandbox.control
const answer = (id: number) => ({
  gateway_dispute_id: String(id),
  amount_minor: 435035n,
  currency_code: "ngn",
  message: "It was delivered.",
  buyer: { email: "a@example.com", name: "Ada", phone: "+2348030000000" },
  evidence: "Parcel GIG-7 was delivered.",
  file: null,
})

it("lists a chargeback in the currency of its payment", async () => {
  const reference = await merchant.paid()
  const { id, due_date } = control().chargeBack(reference, { amount: 10_010 })
  expect(await disputes().list(SINCE)).toEqual([
    {
      gateway_dispute_id: String(id),
      reference,
      amount_minor: 10_010n,
      currency_code: "ngn",
      word: "needs_answer",
      due_at: new Date(due_date),
      category: "Service not rendered",
    },
  ])
})

it.each(["won", "lost"] as const)("declines with the evidence, and reads that it was %s", async (end) => {
  const { id } = control().chargeBack(await merchant.paid())
  await disputes().contest(answer(id))
  expect(control().chargebacks()[0]!.answer).toBe("It was delivered.\nParcel GIG-7 was delivered.")
  expect((await disputes().find(String(id)))?.word).toBe("under_review")
  control().decideChargeback(id, end)
  expect((await disputes().find(String(id)))?.word).toBe(end)
})

it("accepts, and reads what nobody answered as lost", async () => {
  const accepted = control().chargeBack(await merchant.paid())
  await disputes().accept(answer(accepted.id))
  const late = control().chargeBack(await merchant.paid(), { due_in_ms: -1 })
  const words = await Promise.all([accepted, late].map(({ id }) => disputes().find(String(id))))
  expect(words.map((told) => told?.word)).toEqual(["lost", "lost"])
  await expect(disputes().contest(answer(accepted.id))).rejects.toThrow("does not wait")
  expect(await disputes().find("5")).toBeNull()
})
