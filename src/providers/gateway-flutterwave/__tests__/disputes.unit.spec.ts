import type { FlutterwaveChargeback } from "../../../../sandbox/flutterwave/state"
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
  const { disputes: listed, unread } = await disputes().list(SINCE)
  expect(unread).toEqual([])
  expect(listed).toEqual([
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

it("hides no chargeback behind one that cannot be read, and names that one", async () => {
  const reference = await merchant.paid()
  const { id } = control().chargeBack(reference)
  const [strange, odd] = [control().chargeBack(reference), control().chargeBack(reference)]
  strange.tx_ref = "another-payment"
  Object.assign(odd, { amount: "plenty" })
  const { disputes: listed, unread } = await disputes().list(SINCE)
  expect(listed.map(({ gateway_dispute_id }) => gateway_dispute_id)).toEqual([String(id)])
  expect(unread).toMatchObject([
    { gateway_dispute_id: String(odd.id), is_passing: false },
    { gateway_dispute_id: String(strange.id), is_passing: false },
  ])
})

it("says of a chargeback whose payment could not be asked for just now that it may be read later", async () => {
  control().chargeBack(await merchant.paid())
  control().fault({ on: "GET /transactions", kind: "5xx_before_commit", times: 3 })
  expect((await disputes().list(SINCE)).unread).toMatchObject([{ is_passing: true }])
  expect((await disputes().list(SINCE)).unread).toEqual([])
})

const fileOf = (mime_type: string, text: string) => ({
  filename: "proof",
  mime_type,
  bytes: Buffer.from(text),
})

it("sends an image with what it declines with", async () => {
  const { id } = control().chargeBack(await merchant.paid())
  await disputes().contest({ ...answer(id), file: fileOf("image/png", "a picture") })
  const [{ proof, answer: words }] = control().chargebacks() as [FlutterwaveChargeback]
  expect([proof?.mime_type, proof?.bytes.toString(), words]).toEqual([
    "image/png",
    "a picture",
    "It was delivered.\nParcel GIG-7 was delivered.",
  ])
})

it("declines without a file that is not taken, and not at all while nobody knows whether it is", async () => {
  const { id } = control().chargeBack(await merchant.paid())
  control().fault({ on: "POST /upload_image", kind: "5xx_before_commit" })
  const withPdf = { ...answer(id), file: fileOf("application/pdf", "%PDF-1.4") }
  await expect(disputes().contest(withPdf)).rejects.toThrow("upload_image")
  expect(control().chargebacks()[0]!.status).toBe("initiated")
  await disputes().contest(withPdf)
  expect(control().chargebacks()[0]).toMatchObject({ status: "declined", proof: null })
})
